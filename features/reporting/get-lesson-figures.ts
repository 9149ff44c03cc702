import * as z from 'zod';
import { compiledLesson, lessonAnswerKeys } from '@/db/queries/editions';
import { askedInEditions, firstAnswers, lessonStops, lessonTallies } from '@/db/queries/figures';
import { canSeeStudio } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { longestPause } from '@/rules/learning/lesson-figures';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { courseOfFigures, editionWith, figuresInput, scopeOf } from './course';
import { questionFigures } from './questions';
import { stopsOfLesson } from './stops';
import { figuresOfLesson } from './tallies';

/**
 * How learners fared in a lesson: who began and completed it, where the others stopped, and what was
 * answered, with the misconception behind each wrong option. In one edition, or in all of them together.
 */
export const getLessonFigures = operation({
  name: 'get-lesson-figures',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...figuresInput,
    lesson: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]+$/),
  }),
  subject: courseOfFigures,
  allow: canSeeStudio,
  async run({ db, input, subject: course }) {
    const scope = await scopeOf(db, course, input.edition);
    const edition = await editionWith(db, course, scope, input.lesson);
    const lessons = lessonsOf(edition?.manifest ?? { modules: [] });
    const index = lessons.findIndex(({ id }) => id === input.lesson);
    const outline = lessons[index];
    if (!edition || !outline) throw new NotFound(input.lesson);
    const [content, keys, asked] = await Promise.all([
      compiledLesson(db, edition.id, outline.id),
      lessonAnswerKeys(db, edition.id, outline.id),
      askedInEditions(db, course.id, outline.id, edition.id),
    ]);
    const blocks = outline.blocks.map(({ id }) => id);
    const [tallies, stops, answers] = await Promise.all([
      lessonTallies(db, course.id, outline.id, longestPause),
      lessonStops(db, course.id, outline.id, blocks),
      firstAnswers(db, course.id, outline.id, asked),
    ]);
    const figures = figuresOfLesson(tallies, scope.chosen);
    const neighbour = (at: number) => {
      const found = lessons[at];
      return found ? { id: found.id, title: found.title } : null;
    };
    return {
      slug: course.slug,
      edition: input.edition,
      editions: scope.editions.map(({ number, publishedAt }) => ({ number, publishedAt })),
      /** The edition whose words are shown. */
      shownWith: edition.number,
      lesson: { id: outline.id, title: outline.title, minutes: outline.minutes },
      figures,
      stops: figures && stopsOfLesson(outline.blocks, figures, tallies, stops, scope.chosen),
      questions: (content?.blocks ?? []).flatMap(({ id, question }) => {
        const key = keys?.[id];
        return question && key ? [questionFigures({ id, question, key, asked, answers })] : [];
      }),
      previous: neighbour(index - 1),
      next: neighbour(index + 1),
    };
  },
});

export type LessonFiguresScreen = OutputOf<typeof getLessonFigures>;

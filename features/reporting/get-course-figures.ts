import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { courseTallies, lessonTallies, newestEditionByLesson } from '@/db/queries/figures';
import { canSeeStudio } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { cellsOf, type LessonFigures, longestPause } from '@/rules/learning/lesson-figures';
import { type Shown, shownWhole } from '@/rules/tables/small-groups';
import { type OutputOf, operation } from '@/server/operation';
import { courseOfFigures, figuresInput, scopeOf } from './course';
import { figuresOfLesson } from './tallies';

type Lesson = { id: string; title: string; minutes: number; figures: LessonFigures | null };

/**
 * How far the learners of a course came, lesson by lesson: in one edition, or in all of them together.
 * Counted when it is asked for. Groups of fewer than five are not told apart.
 */
export const getCourseFigures = operation({
  name: 'get-course-figures',
  kind: 'read',
  by: 'person',
  input: z.strictObject(figuresInput),
  subject: courseOfFigures,
  allow: canSeeStudio,
  async run({ db, input, subject: course }) {
    const scope = await scopeOf(db, course, input.edition);
    const [places, tallies, homes] = await Promise.all([
      courseTallies(db, course.id),
      lessonTallies(db, course.id, null, longestPause),
      newestEditionByLesson(db, course.id),
    ]);
    const lessonRow = ({ id, title, minutes }: Omit<Lesson, 'figures'>): Lesson => {
      const rows = tallies.filter(({ lessonId }) => lessonId === id);
      return { id, title, minutes, figures: figuresOfLesson(rows, scope.chosen) };
    };
    const modules = scope.edition?.manifest.modules ?? [];
    const known = new Set(lessonsOf({ modules }).map(({ id }) => id));
    const earlier = scope.chosen === null ? homes.filter(({ lessonId }) => !known.has(lessonId)) : [];
    const gone = await Promise.all(
      earlier.map(async ({ lessonId, editionId }) => {
        const edition = await editionById(db, editionId);
        return lessonsOf(edition?.manifest ?? { modules: [] }).filter(({ id }) => id === lessonId);
      }),
    );
    return {
      slug: course.slug,
      edition: input.edition,
      editions: scope.editions.map(({ number, publishedAt }) => ({ number, publishedAt })),
      learners: shownLearners(places, scope.chosen),
      /** Nobody has recorded anything yet, in no edition. */
      empty: tallies.length === 0,
      modules: modules.map(({ id, title, lessons }) => ({ id, title, lessons: lessons.map(lessonRow) })),
      /** Lessons that are in earlier editions only. */
      gone: gone.flat().map(lessonRow),
    };
  },
});

type Learners = { total: Shown; waiting: Shown; open: Shown; completed: Shown };

function shownLearners(
  places: readonly { editionId: string; waiting: number; open: number; completed: number }[],
  chosen: string | null,
): Learners | null {
  const rows = places.map(
    ({ editionId, ...of }) => [editionId, [of.waiting, of.open, of.completed]] as const,
  );
  const found = cellsOf(new Map(rows), chosen);
  if (!found) return null;
  const [waiting = 0, open = 0, completed = 0] = found.cells;
  const { total, parts } = shownWhole<[number, number, number]>([waiting, open, completed]);
  return { total, waiting: parts[0], open: parts[1], completed: parts[2] };
}

export type CourseFigures = OutputOf<typeof getCourseFigures>;

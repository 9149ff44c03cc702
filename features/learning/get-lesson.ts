import * as z from 'zod';
import { countEntries } from '@/db/queries/claims';
import { compiledLesson, lessonAnswerKeys } from '@/db/queries/editions';
import { glossaryToChoose, lessonView } from '@/kinds/lesson-view';
import { type Practised, practised } from '@/kinds/questions/verdict';
import { canReadLesson } from '@/rules/access';
import { lessonsOf, readBefore } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';
import { type OutputOf, operation } from '@/server/operation';
import { lessonProgressOf } from './append-evidence';
import { hasClaimLog } from './claims/place';
import { laddersOf } from './hints';
import { labScreens } from './labs/standing';
import { heldFor, lessonInput, placeInLesson } from './place';
import { quizRulesFor } from './quizzes/place';
import { questionsOf } from './quizzes/questions';
import { quizStanding } from './quizzes/standing';
import { syllabusOf } from './syllabus';
import { workOf } from './work/place';
import { workStanding } from './work/standing';

/** What a learner gave last, with its verdict. */
type Given = { answer: Answer; verdict: Practised };

/**
 * Everything the lesson page shows. Somebody who reads as staff of the course gets the same page
 * without a ledger behind it (`preview`).
 */
export const getLesson = operation({
  name: 'get-lesson',
  kind: 'read',
  by: 'person',
  input: z.strictObject(lessonInput),
  subject: placeInLesson,
  allow: canReadLesson,
  async run({ db, actor, subject: place }) {
    const lesson = await compiledLesson(db, place.editionId, place.outline.id);
    if (!lesson) throw new Error(`edition ${place.editionId} lacks its lesson ${place.outline.id}`);
    const given: Record<string, Given> = {};
    const keys =
      place.answers.length > 0 ? await lessonAnswerKeys(db, place.editionId, place.outline.id) : null;
    // Answers from when the lesson was no quiz yet would tell what it asks now.
    for (const { blockId, answer } of lesson.quiz ? [] : place.answers) {
      const key = keys?.[blockId];
      const verdict = key ? practised(key, answer) : null;
      if (verdict) given[blockId] = { answer, verdict };
    }
    const { enrollmentId, editionId, mayLearn } = place;
    const of = enrollmentId && { enrollmentId, editionId, lessonId: lesson.id, attemptId: null };
    const hints = of && mayLearn && !lesson.quiz ? await laddersOf(db, of, lesson) : {};
    const lessons = lessonsOf(place.edition.manifest);
    const index = lessons.findIndex((candidate) => candidate.id === lesson.id);
    // What waits for this lesson alone is open once it is complete.
    const all = lesson.blocks.map((block) => block.id);
    const held = heldFor({ ...place, done: new Map([...place.done, [lesson.id, all]]) });
    const neighbour = (at: number) => {
      const found = lessons[at];
      return found && !held.has(found.id) ? { id: found.id, title: found.title } : null;
    };
    const compiled = lessonView(lesson);
    const view = place.mayLearn ? { ...compiled, glossary: glossaryToChoose(lesson, place.terms) } : compiled;
    return {
      course: { slug: place.slug, title: place.edition.manifest.title, edition: place.edition.number },
      preview: !place.mayLearn,
      /** Under which the browser keeps what it could not send yet: one's own enrollment. */
      enrollmentId: place.mayLearn ? place.enrollmentId : null,
      lesson: {
        id: lesson.id,
        title: lesson.title,
        summary: lesson.summary,
        minutes: lesson.minutes,
        objectives: lesson.objectives,
        directives: lesson.directives,
        readBefore: readBefore(place.outline),
        verified: lesson.verified,
        blocks: place.outline.blocks,
      },
      // What a quiz asks is shown in an attempt, and nothing of it before.
      view: lesson.quiz ? { ...view, segments: view.segments.filter(({ question }) => !question) } : view,
      quiz: place.outline.quiz
        ? await quizStanding(db, {
            ...place,
            ...(await quizRulesFor(db, place.outline.quiz, place.enrollmentId, lesson.id)),
            questionCount: questionsOf(lesson).length,
          })
        : null,
      work: place.outline.work ? await workStanding(db, await workOf(db, place, place.outline.work)) : null,
      /** Of a lesson that an entry of the claim log may come from: how many came from it. */
      claimLog:
        place.mayLearn && place.enrollmentId && hasClaimLog(place.edition) && !lesson.quiz && !lesson.work
          ? { own: (await countEntries(db, place.enrollmentId, lesson.id)).own }
          : null,
      given,
      /** Of check questions: what of their hints may be seen. */
      hints,
      /** The labs of the lesson by their block. */
      labs: await labScreens(
        db,
        { learnerId: actor.userId, enrollmentId: mayLearn ? enrollmentId : null },
        lesson,
      ),
      progress: lessonProgressOf(place, place.done.get(lesson.id) ?? []),
      syllabus: syllabusOf(place),
      position: { number: index + 1, of: lessons.length },
      previous: neighbour(index - 1),
      next: neighbour(index + 1),
    };
  },
});

export type LessonScreen = OutputOf<typeof getLesson>;

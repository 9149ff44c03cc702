import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { quizTallies } from '@/db/queries/quiz-attempts';
import { canReadGrades } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { shownPercent } from '@/rules/grading/grades';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { duesOf } from './in-quiz';

/** The quizzes of the current edition, and those of earlier ones at which there are attempts, with what came of them. */
export const listQuizzes = operation({
  name: 'list-quizzes',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, subject: course }) {
    const dues = await duesOf(db, { courseId: course.id, lessonId: null });
    const tallies = new Map(
      (await quizTallies(db, course.id, dues)).map((tally) => [tally.lessonId, tally] as const),
    );
    const edition = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    const current = lessonsOf(edition?.manifest ?? { modules: [] }).filter(({ quiz }) => quiz);
    const known = new Set(current.map(({ id }) => id));
    const earlier = [];
    for (const { lessonId, editionId } of tallies.values()) {
      if (known.has(lessonId)) continue;
      const manifest = (await editionById(db, editionId))?.manifest ?? { modules: [] };
      earlier.push(...lessonsOf(manifest).filter(({ id, quiz }) => id === lessonId && quiz));
    }
    return {
      published: edition !== null,
      quizzes: [...current, ...earlier].map(({ id, title, quiz }) => {
        const tally = tallies.get(id);
        const handedIn = tally?.handedIn ?? 0;
        return {
          id,
          title,
          mode: quiz?.mode ?? 'graded',
          current: known.has(id),
          attempts: tally?.attempts ?? 0,
          learners: tally?.learners ?? 0,
          underWay: tally?.underWay ?? 0,
          waiting: tally?.waiting ?? 0,
          toMark: tally?.toMark ?? 0,
          /** In percent; null while nothing was handed in. */
          median: tally?.median == null ? null : shownPercent(tally.median),
          passRate: handedIn === 0 ? null : Math.round(((tally?.passed ?? 0) * 100) / handedIn),
        };
      }),
    };
  },
});

export type ListedQuiz = OutputOf<typeof listQuizzes>['quizzes'][number];

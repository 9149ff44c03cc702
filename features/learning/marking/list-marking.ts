import * as z from 'zod';
import { compiledLesson } from '@/db/queries/editions';
import { countWaiting, waitingAnswers } from '@/db/queries/hand-marks';
import { canGrade, canReadGrades } from '@/rules/access';
import { plainText } from '@/rules/learning/plain-text';
import { formatDeadline } from '@/rules/time/deadline';
import { countWords } from '@/rules/work/text';
import { promiseInWords } from '@/rules/work/work-words';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { quizInput } from '../oversight/in-quiz';
import { quizOf } from '../oversight/quiz';
import { blockOf } from '../quizzes/questions';

/** How many a page names; the oldest stand first, so that nobody waits behind a page that nobody turns. */
const shown = 50;

/** The answers to a quiz that wait for a grader, what was promised first before the rest, then the longest waiting. */
export const listMarking = operation({
  name: 'list-marking',
  kind: 'read',
  by: 'person',
  input: z.strictObject(quizInput),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input: { lesson }, subject: course, now }) {
    const { quiz } = await quizOf(db, course, lesson);
    const scope = { courseId: course.id, lessonId: lesson };
    const rows = await waitingAnswers(db, scope, actor.userId, shown);
    const lessons = new Map<string, Awaited<ReturnType<typeof compiledLesson>>>();
    for (const { editionId } of rows)
      if (!lessons.has(editionId)) lessons.set(editionId, await compiledLesson(db, editionId, lesson));
    return {
      quiz: { id: quiz.id, title: quiz.title },
      mayGrade: canGrade(actor, course),
      total: await countWaiting(db, scope, actor.userId),
      rows: rows.map(({ id, blockId, editionId, learner, rules, submittedAt, backAt, zone, answer }) => {
        const compiled = lessons.get(editionId);
        const promise = backAt ? promiseInWords(new Date(backAt), now) : null;
        return {
          id,
          question: plainText((compiled && blockOf(compiled, blockId)?.question?.prompt) ?? blockId),
          learner: rules.anonymous ? null : learner,
          submittedAt: new Date(submittedAt),
          /** Until when it was promised to be marked, in words with the zone; null where nothing was. */
          back: backAt && formatDeadline(new Date(backAt), zone),
          left: promise?.words ?? null,
          overdue: promise?.overdue ?? false,
          words: countWords(answer[0] ?? ''),
        };
      }),
    };
  },
});

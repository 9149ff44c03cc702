import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { queueCounts, queueOf } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { formatDeadline } from '@/rules/time/deadline';
import { queueStates } from '@/rules/work/queue';
import { promiseInWords } from '@/rules/work/work-words';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { learnerShown } from './in-queue';

const perPage = 50;

/** The written work of a course: what waits to be graded, what somebody is at work on, what is graded. */
export const listWorkQueue = operation({
  name: 'list-work-queue',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, state: z.enum(queueStates), page: z.int().min(1).max(100_000) }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { state, page }, subject: course, now }) {
    const [rows, { unreleased, overdue, ...counts }] = await Promise.all([
      queueOf(db, course.id, state, perPage, (page - 1) * perPage),
      queueCounts(db, course.id),
    ]);
    const edition = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    const lessons = edition ? lessonsOf(edition.manifest) : [];
    const titles = new Map(lessons.map(({ id, title }) => [id, title]));
    return {
      slug: course.slug,
      counts,
      overdue,
      pages: Math.max(1, Math.ceil(counts[state] / perPage)),
      /** Whether there is any written work in the course now. */
      asks: lessons.some(({ work }) => work),
      unreleased: Object.entries(unreleased).map(([lessonId, count]) => ({
        lessonId,
        title: titles.get(lessonId) ?? lessonId,
        count,
      })),
      rows: rows.map(({ learner, anonymous, graderId, grader, claimedUntil, zone, backAt, ...row }) => ({
        ...row,
        learner: learnerShown({ learner, anonymous, graded: row.graded }),
        back: formatDeadline(backAt, zone),
        promise: promiseInWords(backAt, now),
        grader: row.graded || (claimedUntil && claimedUntil > now) ? grader : null,
        mine: graderId === actor.userId,
      })),
    };
  },
});

export type WorkQueue = OutputOf<typeof listWorkQueue>;

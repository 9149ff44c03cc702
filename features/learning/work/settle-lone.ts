import * as z from 'zod';
import type { Db } from '@/db/client';
import { lockLearner } from '@/db/queries/attempts';
import { submissionOwner } from '@/db/queries/work';
import { submissionInCourse } from '@/db/queries/work-queue';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { afterGraded } from './after-grading';
import { isByTwo, settleTwo } from './two-graders';

/**
 * Lets the first of two gradings count where the second is not waited for any more: the promise ends, or nobody
 * else grades in the course.
 */
export const settleLone = operation({
  name: 'settle-lone',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ submission: z.uuid() }),
  subject: (db: Db, { submission }) => submissionOwner(db, submission),
  allow: isPlatform,
  async run({ db, input, subject: owner, now }): Promise<{ graded: boolean }> {
    await lockLearner(db, owner.course, owner.userId);
    const submission = await submissionInCourse(db, owner.courseId, input.submission);
    if (!submission || !isByTwo(submission)) return { graded: false };
    const released = submission.rules.release !== 'by-hand';
    const stands = await settleTwo(db, { courseId: owner.courseId, submission, now }, released);
    if (stands !== 'first') return { graded: false };
    await afterGraded(db, owner.course, submission, { actorId: null, released });
    return { graded: true };
  },
  audit: 'in-ledger',
});

import * as z from 'zod';
import { lockLearner } from '@/db/queries/attempts';
import { lockGrades } from '@/db/queries/grading';
import { enqueueMails } from '@/db/queries/outbox';
import { versionsOf } from '@/db/queries/work';
import { learnerToTell, reopenGradingOf } from '@/db/queries/work-reopening';
import { canReopenGrading } from '@/rules/access';
import { promiseFrom } from '@/rules/work/work';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { snapshotOf } from '../grading/changed-grade';
import { writeGrades } from '../grading/write-grades';
import { reasonInput } from '../reason';
import { inGrading, leaseMinutes, submissionInput } from './in-queue';
import { reopenedMail } from './mails';
import { settleWork } from './settle-work';

/**
 * Opens a grading again: it is held by whoever opens it, with its levels and comments as they are, and its learner sees
 * no result before it is finished anew, by a new promise. They are told by one mail, where they had seen one. What was
 * passed stays passed. What two graded stays as they graded it.
 */
export const reopenGrading = operation({
  name: 'reopen-grading',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...submissionInput,
    reason: reasonInput,
    address: z.url({ protocol: /^https?$/ }),
  }),
  subject: inGrading,
  allow: canReopenGrading,
  async run({ db, actor, input: { reason, address }, subject: { slug, submission }, now }) {
    if (reason === '') throw new InvalidInput({ reason: 'Say why: it stands in the history of the grade.' });
    const { id, enrollmentId, lessonId, userId, rules, zone, number, title } = submission;
    if (submission.moderated) throw new Refused('work-by-two');
    await lockLearner(db, slug, userId);
    const versions = await versionsOf(db, enrollmentId, lessonId);
    if (versions.some((one) => one.number > number)) throw new Refused('work-newer');
    const seen = versions.some((one) => one.id === id && one.releasedAt !== null);
    const promise = promiseFrom(rules, now, zone);
    if (
      !(await reopenGradingOf(db, {
        submissionId: id,
        graderId: actor.userId,
        minutes: leaseMinutes,
        ...promise,
      }))
    )
      throw new Refused('changed-meanwhile');
    const deed = { action: 'withheld', actorId: actor.userId, reason } as const;
    const grade = (await lockGrades(db, [enrollmentId], lessonId)).get(enrollmentId);
    const before = snapshotOf(grade);
    if (versions.some((one) => one.id !== id && one.gradedAt !== null))
      await settleWork(db, { enrollmentId, lessonId }, deed);
    else if (grade && before) {
      const { editionId, attemptId, overrideReason, rule } = grade;
      const kept = { enrollmentId, itemId: lessonId, editionId, attemptId, overrideReason, rule };
      await writeGrades(db, [{ ...kept, before, after: { ...before, released: false } }], deed);
    }
    const told = seen ? await learnerToTell(db, enrollmentId) : null;
    if (told) {
      const link = new URL(`/learn/${slug}/${lessonId}`, address).href;
      await enqueueMails(db, [{ recipient: told, ...reopenedMail({ title: title ?? lessonId, link }) }]);
    }
    return { told: told !== null };
  },
  audit: ({ input, subject }) => ({
    object: `enrollment:${subject.submission.enrollmentId}`,
    detail: { course: input.course, submission: input.submission, reason: input.reason },
  }),
});

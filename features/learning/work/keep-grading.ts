import * as z from 'zod';
import { keepReading } from '@/db/queries/readings';
import { keepGradingOf } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { commentInput, inGrading, leaseMinutes, scoresInput, submissionInput } from './in-queue';
import { isByTwo } from './two-graders';

/** Keeps what a grader has so far, and what they hold theirs for another while. Nothing is graded by it. */
export const keepGrading = operation({
  name: 'keep-grading',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...submissionInput, scores: scoresInput, comment: commentInput }),
  subject: inGrading,
  allow: canGrade,
  async run({ db, actor, input, subject: { submission }, now }): Promise<{ savedAt: string }> {
    const { scores, comment } = input;
    const holds = { submissionId: submission.id, graderId: actor.userId };
    const keep = isByTwo(submission) ? keepReading : keepGradingOf;
    if (!(await keep(db, { ...holds, scores, comment, minutes: leaseMinutes })))
      throw new Refused(submission.gradedAt ? 'work-graded' : 'work-taken');
    return { savedAt: now.toISOString() };
  },
  audit: 'in-ledger',
});

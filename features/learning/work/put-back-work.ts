import * as z from 'zod';
import { leavePlace } from '@/db/queries/readings';
import { deleteClaim } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { inGrading, submissionInput } from './in-queue';
import { isByTwo } from './two-graders';

/** Puts back what one holds, ungraded: it is at its place in the queue again, for anybody. */
export const putBackWork = operation({
  name: 'put-back-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject(submissionInput),
  subject: inGrading,
  allow: canGrade,
  run: ({ db, actor, subject: { submission } }): Promise<boolean> =>
    (isByTwo(submission) ? leavePlace : deleteClaim)(db, {
      submissionId: submission.id,
      graderId: actor.userId,
    }),
  audit: ({ input, output }) =>
    output ? { object: `course:${input.course}`, detail: { submission: input.submission } } : null,
});

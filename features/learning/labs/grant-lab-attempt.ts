import * as z from 'zod';
import { beginLabAttempt } from '@/db/queries/labs';
import { labAt } from '@/kinds/labs/registry';
import { canGrade } from '@/rules/access';
import { labSeed, seedCommit } from '@/server/labs';
import { operation, Refused } from '@/server/operation';
import { learnersLabAttempt, learnersLabInput } from './learners-attempt';

/** Gives a learner a new task in a lab: the next attempt, with tries of its own. What they handed in stays. */
export const grantLabAttempt = operation({
  name: 'grant-lab-attempt',
  kind: 'write',
  by: 'person',
  input: z.strictObject(learnersLabInput),
  subject: learnersLabAttempt,
  allow: canGrade,
  async run({ db, actor, subject: { attempt, learnerId, newest } }) {
    if (attempt.passedAt) throw new Refused('lab-passed-already');
    if (!newest || !labAt(attempt.lab, attempt.version)) throw new Refused('lab-granted');
    const { enrollmentId, editionId, lessonId, blockId, lab, version } = attempt;
    const number = attempt.number + 1;
    const seed = labSeed({ learnerId, lab, version, attempt: number });
    const place = { enrollmentId, editionId, lessonId, blockId, lab, version };
    // Two who grant at once give one.
    const added = await beginLabAttempt(db, {
      ...place,
      number,
      seedCommit: seedCommit(seed),
      grantedBy: actor.userId,
    });
    if (!added) throw new Refused('lab-granted');
    return { lessonId, blockId };
  },
  audit: ({ input, subject: { attempt } }) => ({
    object: `course:${input.course}`,
    detail: { enrollment: attempt.enrollmentId, lesson: attempt.lessonId, lab: attempt.lab },
  }),
});

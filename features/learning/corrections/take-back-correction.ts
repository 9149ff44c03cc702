import * as z from 'zod';
import { setTakenBack, takeQuizTurn } from '@/db/queries/corrections';
import { canGrade } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { inCourse } from '../in-course';
import { carryOut } from './carry-out';
import { planTakingBack, takingBackInput } from './taking-back';

/**
 * Takes a correction back, exactly as it was previewed: attempts and grades become what they are without it, also where
 * others were made since. The history of each grade keeps both.
 */
export const takeBackCorrection = operation({
  name: 'take-back-correction',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...takingBackInput, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input, subject: course }) {
    await takeQuizTurn(db, course.slug, input.lesson, 'alone');
    const { made, plan } = await planTakingBack(db, course, input);
    if (made.takenBackAt !== null) throw new Refused('correction-taken-back');
    if (plan.fingerprint !== input.fingerprint) throw new Refused('regrade-changed');
    await setTakenBack(db, made.id, actor.userId);
    const grades = await carryOut(db, input.lesson, plan, {
      action: 'restored',
      actorId: actor.userId,
      reason: 'A correction was taken back.',
      batchId: made.id,
    });
    return { attempts: plan.attempts.length, learners: plan.learners.length, grades };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { lesson: input.lesson, block: input.block, correction: input.correction, ...output },
  }),
});

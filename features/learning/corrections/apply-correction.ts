import * as z from 'zod';
import { recordCorrection, takeQuizTurn } from '@/db/queries/corrections';
import { correctionsOf } from '@/db/queries/grading';
import { canGrade } from '@/rules/access';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { inCourse } from '../in-course';
import { reasonInput } from '../reason';
import { carryOut } from './carry-out';
import { correctionInput, wantedFrom, withOneMore } from './input';
import { planRegrade } from './plan';

/**
 * Puts a question right after attempts were handed in, exactly as it was previewed: the attempts, the grades and their
 * history in one transaction. Nobody hands in or corrects the same quiz meanwhile, so nothing is marked without it.
 */
export const applyCorrection = operation({
  name: 'apply-correction',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...correctionInput,
    reason: reasonInput.pipe(
      z
        .string()
        .min(1, 'Say why: learners read it beside the question.')
        .max(1_000, 'Use at most 1,000 characters.'),
    ),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input, subject: course }) {
    await takeQuizTurn(db, course.slug, input.lesson, 'alone');
    const wanted = await wantedFrom(db, course, input);
    if (wanted.problem !== null) throw new InvalidInput({ [wanted.field]: wanted.problem });
    const holding = await correctionsOf(db, course.id, input.lesson);
    const plan = await planRegrade(db, wanted.of, withOneMore(holding, wanted));
    if (plan.fingerprint !== input.fingerprint) throw new Refused('regrade-changed');
    const { reason } = input;
    const id = await recordCorrection(db, {
      ...wanted.of,
      correction: wanted.correction,
      reason,
      madeBy: actor.userId,
    });
    const grades = await carryOut(db, input.lesson, plan, {
      action: 'corrected',
      actorId: actor.userId,
      reason,
      batchId: id,
    });
    return { id, attempts: plan.attempts.length, learners: plan.learners.length, grades };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: {
      lesson: input.lesson,
      block: input.block,
      edition: input.edition,
      does: input.do,
      reason: input.reason,
      correction: output.id,
      attempts: output.attempts,
      learners: output.learners,
      grades: output.grades,
    },
  }),
});

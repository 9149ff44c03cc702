import { labAttemptsIn, labSubmissionsOf } from '@/db/queries/labs';
import { isPlan } from '@/kinds/labs/kind';
import type { RunPlan } from '@/kinds/labs/run';
import { isSelfEnrolled } from '@/rules/access';
import { triesLeft } from '@/rules/labs/tries';
import { operation } from '@/server/operation';
import { enrollmentOf } from '../place';
import { placeInLab, presentAttempt, seedFor } from './place';
import { submissionInput } from './submission-input';

/**
 * What of a submission has to be compiled and run before it is verified; null where nothing has, also because it is
 * refused or was answered before. Asked outside the transaction of `submit-lab`: running takes its time, and waits.
 */
export const planLab = operation({
  name: 'plan-lab',
  kind: 'read',
  by: 'person',
  input: submissionInput,
  subject: placeInLab,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<RunPlan | null> {
    const { lab, outline, block, learnerId } = place;
    if (!lab.plan) return null;
    const attempts = await labAttemptsIn(db, enrollmentOf(place), outline.id);
    const present = presentAttempt(
      attempts.filter(({ blockId }) => blockId === block),
      lab,
    );
    const { seed, lost } = seedFor(learnerId, lab, present);
    if (lost || present.number !== input.attempt || present.row?.passedAt) return null;
    const before = await labSubmissionsOf(db, present.row ? [present.row.id] : []);
    const isNew = before.every(({ key }) => key !== input.key);
    if (!isNew || triesLeft(before.map(({ outcome }) => outcome)) === 0) return null;
    const found = lab.plan(seed, input.values);
    return isPlan(found) ? found : null;
  },
});

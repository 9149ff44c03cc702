import { type LearnerError, type Values, wrong } from '../verdict';
import { fieldAt, missed } from './check';
import { truthOf } from './tamperings';

/** What is wrong with the findings. It says what kind of mistake there is, and not at which place. */
export function tamperTruth(seed: Uint8Array, values: Values): LearnerError | null {
  const places = truthOf(seed).map((truth, at) => {
    const where = fieldAt(at);
    return { where, truth, said: values[where] ?? 'sound' };
  });
  const accused = places.filter(({ said }) => said !== 'sound');
  const [first] = accused;
  if (accused.some(({ truth }) => truth === 'sound'))
    return wrong(
      'E_SOUND',
      first?.where ?? fieldAt(0),
      'At least one block is sound that you do not call so. Can a sign at one place come from what was done at another?',
    );
  if (accused.some(({ truth, said }) => truth !== said))
    return wrong(
      'E_HOW',
      first?.where ?? fieldAt(0),
      'All that you found was tampered with, but not all in the way you say. Go through the four signs from here on.',
    );
  if (places.some(({ truth, said }) => truth !== said))
    return missed(places.find(({ said }) => said === 'sound')?.where ?? fieldAt(0));
  return null;
}

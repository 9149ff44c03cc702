import { type LearnerError, type Values, wrong } from '../verdict';
import { lowestBid, rulingOf } from './rules';
import { tenderTask } from './task';

/** What is wrong with the verdicts. It says how many, so that five guesses at one of them tell nothing. */
export function tenderHidden(seed: Uint8Array, values: Values): LearnerError | null {
  const task = tenderTask(seed);
  const { length } = task.reveals;
  const off = task.reveals.filter(
    (reveal, at) => values[`reveal-${at + 1}`] !== rulingOf(task, reveal),
  ).length;
  if (off > 0)
    return wrong(
      'E_VERDICTS',
      '',
      `Of the ${length} verdicts ${off} ${off === 1 ? 'does' : 'do'} not follow from the rules. Ask the four questions in their order: times, copies, second reveals, fingerprints.`,
    );
  if (Number(values.lowest) !== lowestBid(task))
    return wrong(
      'E_LOWEST',
      'lowest',
      'The verdicts are right, and this is not the lowest bid among those that count.',
    );
  return null;
}

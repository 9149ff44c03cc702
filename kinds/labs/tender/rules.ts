import { seal } from './seal';
import type { Reveal, TenderTask } from './task';

/** What becomes of a reveal. The rules are asked in this order, and the first that is broken decides. */
export const rulings = [
  { value: 'late', label: 'Late' },
  { value: 'copied', label: 'Copied commitment' },
  { value: 'second', label: 'Changed bid' },
  { value: 'closed', label: 'Does not open' },
  { value: 'counts', label: 'Counts' },
] as const;

export type Ruling = (typeof rulings)[number]['value'];

/** What becomes of one reveal by the four rules of the tender. */
export function rulingOf(task: TenderTask, reveal: Reveal): Ruling {
  const { commitments, reveals, deadline, close, tender } = task;
  const own = commitments.find(({ firm }) => firm === reveal.firm);
  if (!own || own.at > deadline || reveal.at > close) return 'late';
  if (commitments.some(({ digest, at }) => digest === own.digest && at < own.at)) return 'copied';
  if (reveals.some(({ firm, at }) => firm === reveal.firm && at < reveal.at)) return 'second';
  return seal(reveal.bid, reveal.salt, tender) === own.digest ? 'counts' : 'closed';
}

/** The lowest bid that counts. */
export const lowestBid = (task: TenderTask): number =>
  Math.min(...task.reveals.filter((one) => rulingOf(task, one) === 'counts').map(({ bid }) => bid));

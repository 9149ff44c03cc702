import { fingerprint, leadingZeros } from '../digest';
import type { MineTask } from './task';

/** What is hashed of a block, but for the nonce at its end. */
const headOf = (mark: string, previous: string, root: string): string =>
  `v1|${mark}|blocks|${previous}|${root}|`;

/** The two heads: the second begins with the hash of the first block, so it is another for each nonce of that. */
export function headsOf({ mark, previous, roots: [one, other] }: MineTask, nonce: string): [string, string] {
  const first = headOf(mark, previous, one);
  return [first, headOf(mark, fingerprint(`${first}${nonce}`), other)];
}

/** With how many bits of zero the hash of a block with this nonce begins. */
export const zerosWith = (head: string, nonce: string): number =>
  leadingZeros(fingerprint(`${head}${nonce}`));

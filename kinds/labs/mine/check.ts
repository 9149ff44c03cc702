import * as z from 'zod';
import { fingerprint, leadingZeros } from '../digest';
import { whole } from '../fields';
import { type LearnerError, wrong } from '../kind';
import type { MineTask } from './task';

const nonce = whole(0, Number.MAX_SAFE_INTEGER);

export const mineWork = z.strictObject({
  /** Numbers that make the hash of the head and the number begin with enough zeros. */
  nonce: nonce,
  harder: nonce,
  /** How many times as many tries two more bits take, on average. */
  times: whole(1, 1_000),
});
export type MineWork = z.output<typeof mineWork>;

/** With how many bits of zero the hash of a block with this nonce begins. */
export const zerosWith = (head: string, number: number): number =>
  leadingZeros(fingerprint(`${head}${number}`));

/** What is wrong with two nonces and what is said of them. */
export function mineCheck({ head, bits: [bits, more] }: MineTask, work: MineWork): LearnerError | null {
  const [first, second] = [zerosWith(head, work.nonce), zerosWith(head, work.harder)];
  if (first < bits)
    return wrong(
      'E_NONCE',
      'nonce',
      `With this number the hash begins with ${first} bits of zero, and ${bits} are needed.`,
    );
  if (second < more)
    return wrong(
      'E_HARDER',
      'harder',
      `With this number the hash begins with ${second} bits of zero, and ${more} are needed.`,
    );
  if (work.times !== 2 ** (more - bits))
    return wrong(
      'E_TIMES',
      'times',
      'Each bit is a coin that has to fall on one side. How many tries do two more coins take?',
    );
  return null;
}

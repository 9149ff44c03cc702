import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { headsOf, zerosWith } from './block';
import type { MineTask } from './task';

const byAnyTool =
  'By the button above, or by any tool: put a number behind the head of the block, take SHA-256, and count up until the hash begins with enough zeros.';

/** What is asked for: two nonces, and what the second costs beside the first. */
export const mineFields = ({ number, bits: [bits, more], asked }: MineTask): readonly Field[] => [
  {
    name: 'nonce',
    kind: 'whole',
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    label: `Nonce of block ${number}, for ${bits} bits of zero`,
    help: byAnyTool,
  },
  {
    name: 'harder',
    kind: 'whole',
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    label: `Nonce of block ${number + 1}, for ${more} bits of zero`,
    help: `Its head has the hash of block ${number} in it, so that one comes first.`,
  },
  {
    name: 'times',
    kind: 'whole',
    least: 1,
    most: 1_000,
    label: `How many times as many tries ${more} bits take as ${bits}, on average`,
    help: 'On average, and not in your own two runs.',
  },
  {
    name: 'tries',
    kind: 'whole',
    least: 1,
    most: Number.MAX_SAFE_INTEGER,
    label: `How many tries ${asked} bits of zero take, on average`,
    help: 'Worked out, not mined.',
  },
];

const short = (found: number, needed: number) =>
  `With this number the hash begins with ${found} ${found === 1 ? 'bit' : 'bits'} of zero, and ${needed} are needed.`;

/** What is wrong with two nonces and what is said of their cost. */
export function mineCheck(task: MineTask, values: Values): LearnerError | null {
  const { nonce = '', harder = '', times, tries } = values;
  const [bits, more] = task.bits;
  const [head, second] = headsOf(task, nonce);
  const [found, foundNext] = [zerosWith(head, nonce), zerosWith(second, harder)];
  if (found < bits) return wrong('E_NONCE', 'nonce', short(found, bits));
  if (foundNext < more)
    return wrong(
      'E_HARDER',
      'harder',
      `${short(foundNext, more)} It has to be found anew whenever the block before it has another nonce.`,
    );
  if (Number(times) !== 2 ** (more - bits))
    return wrong(
      'E_TIMES',
      'times',
      'Each bit is a coin that has to fall on one side. How many times as many throws does it take for two more coins?',
    );
  if (Number(tries) !== 2 ** task.asked)
    return wrong(
      'E_TRIES',
      'tries',
      'One bit of zero takes two tries on average, and two bits take four. How does it go on?',
    );
  return null;
}

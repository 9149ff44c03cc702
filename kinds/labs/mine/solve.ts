import { hash } from 'node:crypto';
import type { LabSolution } from '../solution';
import { headsOf, zerosWith } from './block';
import found from './found.json' with { type: 'json' };
import { type MineTask, mineTask } from './task';

/** By the mark of its learner, the nonces of each seed of the contract: to find all of them takes minutes. */
const nonces: Readonly<Record<string, number[] | undefined>> = found;

/** The first number that fits, found with what this machine has for hashing; at most 32 bits. */
function firstWith(head: string, bits: number): string {
  let nonce = 0;
  while (Math.clz32(hash('sha256', `${head}${nonce}`, 'buffer').readUInt32BE()) < bits) nonce += 1;
  return String(nonce);
}

/** The nonces that are kept of a task, as far as they fit it, and those that had to be found. */
function noncesFor(task: MineTask): [string, string] {
  const kept = nonces[task.mark]?.map(String) ?? [];
  const nonceAt = (at: 0 | 1, head: string): string => {
    const one = kept[at];
    return one && zerosWith(head, one) >= task.bits[at] ? one : firstWith(head, task.bits[at]);
  };
  const first = nonceAt(0, headsOf(task, '')[0]);
  return [first, nonceAt(1, headsOf(task, first)[1])];
}

/** How the lab is solved, and what wrong work is answered with. */
export const mineSolution: LabSolution = {
  solve: (seed) => {
    const task = mineTask(seed);
    const [nonce, harder] = noncesFor(task);
    return { nonce, harder, times: '4', tries: String(2 ** task.asked) };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, nonce: '' }),
    E_FORM: (work) => ({ ...work, nonce: `0${work.nonce}` }),
    E_NONCE: (work) => ({ ...work, nonce: String(Number(work.nonce) + 1) }),
    E_HARDER: (work) => ({ ...work, harder: String(Number(work.harder) + 1) }),
    E_TIMES: (work) => ({ ...work, times: '2' }),
    E_TRIES: (work) => ({ ...work, tries: String(Number(work.tries) / 2) }),
  },
};

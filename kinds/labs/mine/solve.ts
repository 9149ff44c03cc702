import type { LabSolution } from '../solution';
import { type MineWork, zerosWith } from './check';
import { mineTask } from './task';

function firstWith(head: string, bits: number): number {
  let nonce = 0;
  while (zerosWith(head, nonce) < bits) nonce += 1;
  return nonce;
}

/** How the lab is solved, and what wrong work is answered with. */
export const mineSolution: LabSolution<MineWork> = {
  solve: (seed) => {
    const { head, bits } = mineTask(seed);
    return { nonce: firstWith(head, bits[0]), harder: firstWith(head, bits[1]), times: 4 };
  },
  // Each takes a third of a million hashes: that is the point of it.
  learners: 12,
  mutations: {
    E_FORM: (work) => ({ ...work, nonce: -1 }),
    E_NONCE: (work) => ({ ...work, nonce: work.nonce + 1 }),
    E_HARDER: (work) => ({ ...work, harder: work.harder + 1 }),
    E_TIMES: (work) => ({ ...work, times: 2 }),
  },
};

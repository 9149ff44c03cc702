import { sha256 } from '@noble/hashes/sha2.js';
import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { sign } from './ring';
import { boxOf, voteTask } from './task';

const signed = (seed: Uint8Array, choice: string, scope?: string): Values => {
  const task = voteTask(seed);
  const statement = { scope: scope ?? task.scope, ring: task.ring, message: choice };
  const { image, challenge, responses } = sign(statement, task.secret, sha256(seed));
  return { choice, image, challenge, responses: responses.join('\n') };
};
const judged = (seed: Uint8Array): Values =>
  Object.fromEntries(boxOf(seed).truth.map((judgement, at) => [`ballot-${at + 1}`, judgement]));

/** How the lab is solved, and what wrong work is answered with. */
export const voteSolution: LabSolution = {
  // A signature of sixteen members is slow to make.
  learners: 25,
  solve: (seed) => ({ ...signed(seed, 'for'), ...judged(seed) }),
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'ballot-2': '' }),
    E_FORM: (work) => ({ ...work, image: (work.image ?? '').toUpperCase() }),
    E_IMAGE: (work) => ({ ...work, image: '00'.repeat(32) }),
    E_SCALAR: (work, seed) =>
      (seed[0] ?? 0) % 2 === 0
        ? { ...work, challenge: 'ff'.repeat(32) }
        : { ...work, responses: `${'ff'.repeat(32)}${(work.responses ?? '').slice(64)}` },
    E_RESPONSES: (work) => ({ ...work, responses: (work.responses ?? '').slice(65) }),
    E_OPEN: (work, seed) =>
      // Changed after signing, or signed for another vote: by the seed the one or the other.
      (seed[0] ?? 0) % 2 === 0
        ? { ...work, choice: 'against' }
        : { ...work, ...signed(seed, 'for', 'vote of last year') },
    E_BALLOT: (work, seed) => {
      const second = boxOf(seed).truth.indexOf('second') + 1;
      return { ...work, [`ballot-${second}`]: 'counts' };
    },
  },
};

import { fingerprint } from '../digest';
import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { fieldAt, firstFound } from './check';
import { hashOf, tamperings } from './ledger';
import { truthOf } from './tamperings';
import { tamperTask } from './task';

/** Findings with the hash that goes with them. */
function withHash(findings: Values, seed: Uint8Array): Values {
  const task = tamperTask(seed);
  const block = task.blocks[firstFound(task, findings)];
  return { ...findings, hash: block ? hashOf(block) : fingerprint('') };
}

/** The fields of the places of which the truth is, or is not, that they are sound. */
const fieldsWhere = (seed: Uint8Array, sound: boolean): string[] =>
  truthOf(seed).flatMap((truth, at) => ((truth === 'sound') === sound ? [fieldAt(at)] : []));

/** How the lab is solved, and what wrong work is answered with. */
export const tamperSolution: LabSolution = {
  solve: (seed) => withHash(Object.fromEntries(truthOf(seed).map((truth, at) => [fieldAt(at), truth])), seed),
  mutations: {
    E_EMPTY: (work) => ({ ...work, [fieldAt(11)]: '' }),
    E_FORM: (work) => ({ ...work, [fieldAt(0)]: 'rewritten' }),
    E_HASH: (work) => ({ ...work, hash: fingerprint(work.hash ?? '') }),
    E_SOUND: (work, seed) =>
      withHash({ ...work, [fieldsWhere(seed, true).at(-1) ?? fieldAt(0)]: 'edited' }, seed),
    E_HOW: (work, seed) => {
      const [first = fieldAt(0)] = fieldsWhere(seed, false);
      return { ...work, [first]: tamperings.find((other) => other !== work[first]) ?? 'edited' };
    },
    E_MISSED: (work, seed) =>
      withHash({ ...work, [fieldsWhere(seed, false).at(-1) ?? fieldAt(0)]: 'sound' }, seed),
  },
};

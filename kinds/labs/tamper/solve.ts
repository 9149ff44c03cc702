import type { LabSolution } from '../solution';
import type { TamperWork } from './check';
import { signsOf, tamperings } from './ledger';
import { tamperTask } from './task';

const sound = (seed: Uint8Array, found: TamperWork['found']): number =>
  tamperTask(seed).blocks.findIndex((_, at) => !found.some(({ place }) => place === at + 1)) + 1;

/** How the lab is solved, and what wrong work is answered with. */
export const tamperSolution: LabSolution<TamperWork> = {
  solve: (seed) => {
    const { blocks, keys } = tamperTask(seed);
    return { found: [...signsOf(blocks, keys)].map(([place, how]) => ({ place, how })) };
  },
  mutations: {
    E_FORM: ({ found }) => ({ found: found.map((one) => ({ ...one, place: 0 })) }),
    E_TWICE: ({ found }) => ({ found: [...found, ...found.slice(0, 1)] }),
    E_SOUND: ({ found }, seed) => ({ found: [...found, { place: sound(seed, found), how: 'edited' }] }),
    E_HOW: ({ found }) => ({
      found: found.map(({ place, how }) => ({ place, how: tamperings.find((other) => other !== how) })),
    }),
    E_MISSED: ({ found }) => ({ found: found.slice(1) }),
  },
};

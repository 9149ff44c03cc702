import type { LabSolution } from '../solution';
import { nameOf } from './check';
import { columns } from './choices';
import { drawSentences } from './task';

/** How the lab is solved, and what wrong work is answered with. */
export const whoSaysSolution: LabSolution = {
  solve: (seed) =>
    Object.fromEntries(
      drawSentences(seed).flatMap((sentence) =>
        columns.map(({ name }) => [nameOf(sentence.id, name), sentence[name][0] ?? '']),
      ),
    ),
  mutations: {
    E_EMPTY: (work) => ({ ...work, [Object.keys(work)[7] ?? '']: '' }),
    E_FORM: (work) => ({ ...work, [Object.keys(work)[0] ?? '']: 'somebody' }),
    E_GLOSS: (work) => {
      const [written] = Object.entries(work).find(([, value]) => value === 'gloss') ?? [''];
      return { ...work, [written]: 'paraphrase' };
    },
    // Eight levels that no reader gives leave 28 of 36 parts, which is one too few.
    E_AGREEMENT: (work, seed) => {
      const wrongLevels = drawSentences(seed)
        .slice(0, 8)
        .map(({ id, level }) => [nameOf(id, 'level'), level.includes('E4') ? 'E0' : 'E4']);
      return { ...work, ...Object.fromEntries(wrongLevels) };
    },
  },
};

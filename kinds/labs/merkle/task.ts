import { utf8ToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { levelsOf } from './tree';

/** Sixteen certificates of one evening, of which one is the learner's, and what was published about them. */
export type MerkleTask = { certificates: string[]; own: number; root: string; bareRoot: string };

const goods = ['honey', 'rice', 'green tea', 'milk powder', 'lychee', 'pork', 'soy sauce', 'apples'];
const tests = ['residues', 'heavy metals', 'antibiotics', 'water'];

/** The task of one learner. `root` is of the tree that keeps leaves and nodes apart, `bareRoot` of the one that does not. */
export function merkleTask(seed: Uint8Array): MerkleTask {
  const draws = drawsFrom(seed, 'merkle');
  const certificates = Array.from(
    { length: 16 },
    (_, at) =>
      `Certificate ${String(at + 1).padStart(2, '0')}; lot ${draws.hex(3)}; ${draws.pick(goods)}; ${draws.pick(tests)}: passed`,
  );
  const leaves = certificates.map(utf8ToBytes);
  return {
    certificates,
    own: draws.below(16),
    root: levelsOf('apart', leaves).at(-1)?.[0] ?? '',
    bareRoot: levelsOf('bare', leaves).at(-1)?.[0] ?? '',
  };
}

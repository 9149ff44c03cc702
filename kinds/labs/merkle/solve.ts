import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LabSolution } from '../solution';
import { merkleTask } from './task';
import { leafDigest, levelsOf, pathOf } from './tree';

const backwards = (lines = '') => lines.split('\n').reverse().join('\n');

/** How the lab is solved, and what wrong work is answered with. */
export const merkleSolution: LabSolution = {
  solve: (seed) => {
    const { certificates, own } = merkleTask(seed);
    const leaves = certificates.map(utf8ToBytes);
    const bare = levelsOf('bare', leaves);
    // The two lowest digests one after the other are bytes whose digest is the node above them.
    const forged = `${bare[0]?.[0]}${bare[0]?.[1]}`;
    return {
      path: pathOf(levelsOf('apart', leaves), own).join('\n'),
      forged,
      forgedPlace: '1',
      forgedPath: pathOf(bare.slice(1), 0).join('\n'),
      asLeaf: leafDigest('apart', hexToBytes(forged)),
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, forged: '' }),
    E_FORM: (work) => ({ ...work, path: `0x${work.path}` }),
    E_PROOF_LEN: (work) => ({ ...work, path: work.path?.slice(65) ?? '' }),
    E_PROOF: (work) => ({ ...work, path: backwards(work.path) }),
    E_ISSUED: (work, seed) => ({
      ...work,
      forged: bytesToHex(utf8ToBytes(merkleTask(seed).certificates[0] ?? '')),
    }),
    E_PLACE: (work) => ({ ...work, forgedPlace: '9' }),
    E_FORGERY: (work) => ({ ...work, forgedPath: backwards(work.forgedPath) }),
    E_AS_LEAF: (work) => ({ ...work, asLeaf: leafDigest('bare', hexToBytes(work.forged ?? '')) }),
  },
};

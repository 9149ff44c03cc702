import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { LabSolution } from '../solution';
import type { MerkleWork } from './check';
import { merkleTask } from './task';
import { levelsOf, pathOf } from './tree';

/** How the lab is solved, and what wrong work is answered with. */
export const merkleSolution: LabSolution<MerkleWork> = {
  solve: (seed) => {
    const { certificates, own } = merkleTask(seed);
    const leaves = certificates.map(utf8ToBytes);
    const bare = levelsOf('bare', leaves);
    // The two lowest digests one after the other are bytes whose digest is the node above them.
    return {
      path: pathOf(levelsOf('apart', leaves), own),
      forged: `${bare[0]?.[0]}${bare[0]?.[1]}`,
      forgedIndex: 0,
      forgedPath: pathOf(bare.slice(1), 0),
    };
  },
  mutations: {
    E_FORM: (work) => ({ ...work, path: work.path.map((digest) => `0x${digest}`) }),
    E_PROOF_LEN: (work) => ({ ...work, path: work.path.slice(1) }),
    E_PROOF: (work) => ({ ...work, path: [...work.path].reverse() }),
    E_ISSUED: (work, seed) => ({
      ...work,
      forged: bytesToHex(utf8ToBytes(merkleTask(seed).certificates[0] ?? '')),
    }),
    E_FORGERY: (work) => ({ ...work, forgedPath: [...work.forgedPath].reverse() }),
  },
};

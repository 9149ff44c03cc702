import { changedBits, fingerprint } from '../digest';
import type { LabSolution } from '../solution';
import type { FingerprintWork } from './check';
import { fingerprintTask } from './task';

/** How the lab is solved, and what wrong work is answered with. */
export const fingerprintSolution: LabSolution<FingerprintWork> = {
  solve: (seed) => {
    const { text, published, copies } = fingerprintTask(seed);
    const changed = `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
    const digest = fingerprint(changed);
    const altered = copies.findIndex((copy) => fingerprint(copy) !== published) + 1;
    return { changed, digest, bits: changedBits(published, digest), altered };
  },
  mutations: {
    E_FORM: (work) => ({ ...work, digest: work.digest.toUpperCase().replace(/^\d+$/, 'A') }),
    E_LENGTH: (work) => ({ ...work, changed: `${work.changed} ` }),
    E_CHANGES: (work) => ({ ...work, changed: `#${work.changed.slice(1)}` }),
    E_DIGEST: (work) => ({ ...work, digest: fingerprint(work.digest) }),
    E_BITS: (work) => ({ ...work, bits: work.bits - 1 }),
    E_WRONG_COPY: (work) => ({ ...work, altered: (work.altered % 5) + 1 }),
  },
};

import { changedBits, fingerprint } from '../digest';
import type { LabSolution } from '../solution';
import { fingerprintTask } from './task';

/** How the lab is solved, and what wrong work is answered with. */
export const fingerprintSolution: LabSolution = {
  solve: (seed) => {
    const { text, published, copies } = fingerprintTask(seed);
    const changed = `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`;
    const digest = fingerprint(changed);
    const altered = copies.findIndex((copy) => fingerprint(copy) !== published) + 1;
    return { changed, digest, bits: String(changedBits(published, digest)), altered: String(altered) };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, bits: '' }),
    E_FORM: (work) => ({ ...work, digest: `${work.digest?.slice(1)}F` }),
    E_LENGTH: (work) => ({ ...work, changed: `${work.changed} ` }),
    E_CHANGES: (work) => ({ ...work, changed: `#${work.changed?.slice(1)}` }),
    E_DIGEST: (work) => ({ ...work, digest: fingerprint(work.digest ?? '') }),
    E_BITS: (work) => ({ ...work, bits: String(Number(work.bits) - 1) }),
    E_WRONG_COPY: (work) => ({ ...work, altered: String((Number(work.altered) % 5) + 1) }),
  },
};

import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';
import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { heldTraces } from './check';
import { commitmentTo, digestsOf, lineOf } from './claims';
import { written } from './scan';
import { discloseTask } from './task';

const claim = (seed: Uint8Array, name: string) => {
  const found = discloseTask(seed).claims.find((one) => one.name === name);
  return { salt: '', name, value: '', ...found };
};
const also = (work: Values, hex: string): Values => ({ ...work, chain: `${work.chain}${hex}` });
const utf8 = (text: string) => bytesToHex(utf8ToBytes(text));
const answers = (seed: Uint8Array, of: (theirs: boolean) => string): Values => {
  const all = heldTraces(discloseTask(seed)).map(of);
  return {
    ...Object.fromEntries(all.map((answer, at) => [`item-${at + 1}`, answer])),
    remain: String(all.filter((answer) => answer === 'keep').length),
  };
};

/** How the lab is solved, and what wrong work is answered with. */
export const discloseSolution: LabSolution = {
  solve: (seed) => {
    const { claims, record } = discloseTask(seed);
    const digests = digestsOf(claims);
    const commitment = commitmentTo(digests);
    return {
      digests: digests.join('\n'),
      commitment,
      shown: lineOf(claim(seed, 'degree')),
      chain: `${record}${commitment}`,
      ...answers(seed, (theirs) => (theirs ? 'delete' : 'keep')),
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'item-3': '' }),
    E_FORM: (work) => ({ ...work, chain: `${work.chain}0` }),
    // Hashed with the line break that an editor puts at the end.
    E_DIGEST: (work, seed) => ({ ...work, digests: fingerprint(`${lineOf(claim(seed, 'degree'))}\n`) }),
    E_MISSING: (work) => ({ ...work, digests: (work.digests ?? '').slice(65) }),
    E_ORDER: (work) => ({ ...work, digests: (work.digests ?? '').split('\n').reverse().join('\n') }),
    E_COMMITMENT: (work) => ({ ...work, commitment: fingerprint((work.digests ?? '').replaceAll('\n', '')) }),
    E_TOO_MUCH: (work, seed) => ({ ...work, shown: `${work.shown}~${lineOf(claim(seed, 'name'))}` }),
    E_SHOWN: (work) => ({ ...work, shown: work.shown?.replaceAll(',', ', ') ?? '' }),
    E_PERSONAL: (work, seed) => also(work, utf8(written(claim(seed, 'name').value, 'Base64'))),
    E_GUESSABLE: (work, seed) => also(work, fingerprint(claim(seed, 'born').value)),
    E_SALT: (work, seed) => also(work, claim(seed, 'degree').salt),
    E_KEY: (work, seed) => also(work, utf8(written(discloseTask(seed).key, 'backwards'))),
    E_NO_RECORD: (work) => ({ ...work, chain: work.commitment ?? '' }),
    E_NO_COMMITMENT: (work, seed) => ({ ...work, chain: discloseTask(seed).record }),
    E_COUNT: (work) => ({ ...work, remain: String((Number(work.remain) + 1) % 9) }),
    E_LEFT: (work, seed) => ({ ...work, ...answers(seed, () => 'keep') }),
    E_NOT_YOURS: (work, seed) => ({ ...work, ...answers(seed, () => 'delete') }),
  },
};

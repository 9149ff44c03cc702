import { drawsFrom } from '../seeded';
import { lineOf } from '../sign/statement';
import type { LabSolution } from '../solution';
import { paddingOf } from './padding';
import { sm2PublicKey, sm2SignedWith } from './signing';
import { sm3Of, usualId, zaOf } from './sm';
import { idOf, nationalTask } from './task';

function signedAs(seed: Uint8Array, userId: string, line?: string) {
  const draws = drawsFrom(seed, 'a key of the learner');
  const [secret, number] = [`00${draws.hex(31)}`, `00${draws.hex(31)}`];
  const { challenge } = nationalTask(seed);
  const publicKey = sm2PublicKey(secret);
  return {
    publicKey,
    za: zaOf(publicKey, userId) ?? '',
    signature: sm2SignedWith(number, secret, line ?? lineOf(challenge), userId),
  };
}

/** How the lab is solved, and what wrong work is answered with. */
export const nationalSolution: LabSolution = {
  // Each signature is looked at by slow arithmetic.
  learners: 60,
  solve: (seed) => {
    const { message, challenge } = nationalTask(seed);
    const { bits, zeros, block } = paddingOf(message);
    return {
      bits: String(bits),
      zeros: String(zeros),
      block,
      digest: sm3Of(message),
      ...signedAs(seed, challenge.who),
      id: String(idOf(seed) + 1),
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, za: '' }),
    E_FORM: (work) => ({ ...work, publicKey: work.publicKey?.slice(2) ?? '' }),
    E_BITS: (work) => ({ ...work, bits: String(Number(work.bits) / 8) }),
    E_ZEROS: (work) => ({ ...work, zeros: String(Number(work.zeros) + 1) }),
    E_BLOCK: (work) => ({ ...work, block: work.block?.replace('80', '01') ?? '' }),
    E_DIGEST: (work) => ({ ...work, digest: sm3Of(work.block ?? '') }),
    E_KEY: (work) => ({ ...work, publicKey: `04${'11'.repeat(64)}` }),
    E_ZA: (work) => ({ ...work, za: zaOf(work.publicKey ?? '', usualId) ?? '' }),
    E_RANGE: (work) => ({ ...work, signature: `${work.signature?.slice(0, 64)}${'f'.repeat(64)}` }),
    E_USER_ID: (work, seed) => ({ ...work, signature: signedAs(seed, usualId).signature }),
    E_SIGNATURE: (work, seed) => ({
      ...work,
      signature: signedAs(seed, nationalTask(seed).challenge.who, 'another line').signature,
    }),
    E_ID: (work) => ({ ...work, id: String((Number(work.id) % 4) + 1) }),
  },
};

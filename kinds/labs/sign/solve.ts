import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import type { LabSolution } from '../solution';
import { judgedIn } from './check';
import { lineOf } from './statement';
import { judgementsOf, signTask } from './task';

const secretOf = (seed: Uint8Array) => hexToBytes(drawsFrom(seed, 'a key of the learner').hex(32));

const signedLine = (seed: Uint8Array, line: string) =>
  bytesToHex(ed25519.sign(utf8ToBytes(line), secretOf(seed)));

/** The same signature with the order of the group added to its second half: what lax verifiers take, too. */
function unreduced(signature: string): string {
  const half = BigInt(`0x${signature.slice(64).match(/../g)?.reverse().join('')}`);
  const digits = (half + ed25519.Point.Fn.ORDER).toString(16).padStart(64, '0');
  return `${signature.slice(0, 64)}${digits.match(/../g)?.reverse().join('')}`;
}

/** How the lab is solved, and what wrong work is answered with. */
export const signSolution: LabSolution = {
  solve: (seed) => {
    return {
      publicKey: bytesToHex(ed25519.getPublicKey(secretOf(seed))),
      signature: signedLine(seed, lineOf(signTask(seed).challenge)),
      ...Object.fromEntries(judgementsOf(seed).judgements.map((judgement, at) => [judgedIn(at), judgement])),
    };
  },
  // Each task signs five messages.
  learners: 60,
  mutations: {
    E_EMPTY: (work) => ({ ...work, message1: '' }),
    E_FORM: (work) => ({ ...work, signature: work.signature?.toUpperCase() ?? '' }),
    // A number that is no coordinate: one below 2^255, which is above the field's prime.
    E_KEY: (work) => ({ ...work, publicKey: `${'ff'.repeat(31)}7f` }),
    // The neutral point, under which a signature of zeros fits every text in lax verifiers.
    E_WEAK_KEY: (work) => ({ ...work, publicKey: `01${'00'.repeat(31)}` }),
    E_NOT_REDUCED: (work) => ({ ...work, signature: unreduced(work.signature ?? '') }),
    E_NEWLINE: (work, seed) => ({
      ...work,
      signature: signedLine(seed, `${lineOf(signTask(seed).challenge)}\n`),
    }),
    E_SIGNATURE: (work, seed) => ({
      ...work,
      signature: signedLine(seed, lineOf({ ...signTask(seed).challenge, nonce: '00' })),
    }),
    E_JUDGEMENT: (work) => ({ ...work, message3: work.message3 === 'accept' ? 'domain' : 'accept' }),
  },
};

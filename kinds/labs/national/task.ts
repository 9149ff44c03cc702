import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { lineOf, type Statement } from '../sign/statement';
import { sm2PublicKey, sm2SignedWith } from './signing';
import { usualId } from './sm';

/** A message to pad, a challenge to sign with `who` as user id, and a signature whose user id got lost. */
export type NationalTask = {
  message: string;
  challenge: Statement;
  /** Somebody else's signature of the same challenge, with Ed25519, to compare with. */
  beside: { publicKey: string; signature: string };
  received: { text: string; publicKey: string; signature: string; ids: string[] };
};

const goods = ['tea', 'rice', 'honey', 'lychee', 'soy sauce', 'milk powder'];
/** User ids that a reader takes for one another, and the usual one. */
const ids = ['Harbour office', 'harbour office', 'Harbour Office', usualId];

/** Which of the user ids the received signature was made with; drawn apart, so that the task does not hold it. */
export const idOf = (seed: Uint8Array): number => drawsFrom(seed, 'national id').below(ids.length);

/** The task of one learner. */
export function nationalTask(seed: Uint8Array): NationalTask {
  const draws = drawsFrom(seed, 'national');
  const message = `${draws.pick(goods)} ${draws.hex(2 + draws.below(8))}`;
  const challenge = {
    domain: 'course.example',
    who: `learner ${draws.hex(8)}`,
    what: 'lab national',
    nonce: draws.hex(16),
  };
  const clerk = hexToBytes(draws.hex(32));
  // Numbers of 31 bytes are below the order, whatever they are.
  const [secret, number] = [`00${draws.hex(31)}`, `00${draws.hex(31)}`];
  const text = `berth ${1 + draws.below(40)} is free for lot ${draws.hex(3)}`;
  return {
    message,
    challenge,
    beside: {
      publicKey: bytesToHex(ed25519.getPublicKey(clerk)),
      signature: bytesToHex(ed25519.sign(utf8ToBytes(lineOf(challenge)), clerk)),
    },
    received: {
      text,
      publicKey: sm2PublicKey(secret),
      signature: sm2SignedWith(number, secret, text, ids[idOf(seed)] ?? usualId),
      ids,
    },
  };
}

import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { type ProvenanceTask, signedBy } from './events';
import { storyOf } from './story';

/** The task of one learner. What is false in it is signed as well as what is true: that is what the lab is about. */
export function provenanceTask(seed: Uint8Array): ProvenanceTask {
  const { hex } = drawsFrom(seed, 'provenance keys');
  const { events, places, devices } = storyOf(seed);
  const signers = [...new Set(events.map(({ by }) => by))].map((by) => {
    const secret = hexToBytes(hex(32));
    return {
      by,
      key: bytesToHex(ed25519.getPublicKey(secret)),
      signature: bytesToHex(ed25519.sign(signedBy(events, by), secret)),
    };
  });
  return { places, devices, events, signers };
}

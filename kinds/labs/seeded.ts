import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Chance that is none: everything that a task draws comes from its seed, today and in ten years. */
export type Draws = {
  /** A whole number from 0 to one below `bound`, each as likely; `bound` from 1 to 2^32. */
  below: (bound: number) => number;
  /** One of the values. */
  pick: <Value>(values: readonly Value[]) => Value;
  /** All of the values in another order. */
  shuffled: <Value>(values: readonly Value[]) => Value[];
  /** So many bytes as lower-case hexadecimal digits. */
  hex: (bytes: number) => string;
};

/**
 * Draws from a seed for one purpose: SHA-256 over seed, purpose and a counter. Two purposes know nothing of each
 * other, so a lab that comes to draw more later draws the same as before where it drew before.
 */
export function drawsFrom(seed: Uint8Array, purpose: string): Draws {
  const head = concatBytes(seed, utf8ToBytes(`\n${purpose}\n`));
  let block = new Uint8Array(0);
  let at = 0;
  let counter = 0;
  const byte = (): number => {
    if (at === block.length) {
      block = sha256(concatBytes(head, utf8ToBytes(String(counter))));
      counter += 1;
      at = 0;
    }
    const value = block[at] ?? 0;
    at += 1;
    return value;
  };
  const word = (): number => ((byte() << 24) | (byte() << 16) | (byte() << 8) | byte()) >>> 0;
  const below = (bound: number): number => {
    // Numbers of an incomplete last round would make the first ones likelier.
    const most = 2 ** 32 - (2 ** 32 % bound);
    let value = word();
    while (value >= most) value = word();
    return value % bound;
  };
  return {
    below,
    pick: (values) => {
      const [value] = values.slice(below(values.length)) as [(typeof values)[number]];
      return value;
    },
    shuffled: (values) => {
      const left = [...values];
      return values.map(() => left.splice(below(left.length), 1)[0] as (typeof values)[number]);
    },
    hex: (bytes) => bytesToHex(Uint8Array.from({ length: bytes }, byte)),
  };
}

import { drawsFrom } from '../seeded';

/** Two blocks that follow each other and are yet without nonces; all of it goes to the page. */
export type MineTask = {
  /** Of the learner, so that a nonce of another does not fit. */
  mark: string;
  /** The number of the first block to mine. */
  number: number;
  /** The hash of the block before it. */
  previous: string;
  /** What the entries of each block come to: a root. */
  roots: [string, string];
  /** With how many bits of zero the hash of each has to begin: first so many, then two more. */
  bits: [number, number];
  /** For how many bits the tries are asked for. */
  asked: number;
};

/** The task of one learner. The block before it was mined with the same demand as the first. */
export function mineTask(seed: Uint8Array): MineTask {
  const draws = drawsFrom(seed, 'mine');
  return {
    mark: draws.hex(8),
    number: 100 + draws.below(900),
    previous: `0000${draws.hex(30)}`,
    roots: [draws.hex(32), draws.hex(32)],
    bits: [16, 18],
    asked: 20 + draws.below(21),
  };
}

import { drawsFrom } from '../seeded';

/** A block without its nonce, and with how many bits of zero its hash begins: first so many, then two more. */
export type MineTask = { head: string; bits: [number, number] };

/** The task of one learner: the head has a mark of theirs in it, so a nonce of another does not fit. */
export function mineTask(seed: Uint8Array): MineTask {
  const draws = drawsFrom(seed, 'mine');
  return { head: `v1|${draws.hex(8)}|blocks|${draws.hex(32)}|${draws.hex(32)}|`, bits: [16, 18] };
}

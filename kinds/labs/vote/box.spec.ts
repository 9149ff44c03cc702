import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifies } from './ring';
import { boxOf, type Judgement, voteTask } from './task';

test('what is true of each ballot is what a count finds that asks the three questions in their order', () => {
  for (let learner = 0; learner < 4; learner += 1) {
    const seed = new Uint8Array(createHash('sha256').update(`box ${learner}`).digest());
    const { box } = voteTask(seed);
    const counted = new Set<string>();
    const found = box.ballots.map(({ ring, choice, signature }): Judgement => {
      if (!verifies({ scope: box.scope, ring, message: choice }, signature)) return 'changed';
      if (ring.join() !== box.ring.join()) return 'outsider';
      if (counted.has(signature.image)) return 'second';
      counted.add(signature.image);
      return 'counts';
    });
    expect(found).toEqual(boxOf(seed).truth);
    expect(new Set(found).size).toBe(4);
  }
});

import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { signedBy } from './events';
import { impossibleIn } from './solve';
import { storyOf } from './story';
import { provenanceTask } from './task';

const seedOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

test('two events of thirty are impossible, each in its own way, and no other', () => {
  const seen = new Set<string>();
  for (let learner = 0; learner < 500; learner += 1) {
    const story = storyOf(seedOf(`batch ${learner}`));
    const found = impossibleIn({ ...story, signers: [] });
    expect(found.toSorted(byId)).toEqual(story.faults.toSorted(byId));
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(2);
    expect(new Set(story.events.map(({ id }) => id)).size).toBe(30);
    seen.add(
      found
        .map(({ kind }) => kind)
        .sort()
        .join(),
    );
  }
  expect(seen.size).toBe(6);
});

test('every lot goes its way once, in the order of its steps and of time', () => {
  for (let learner = 0; learner < 100; learner += 1) {
    const { events, places } = storyOf(seedOf(`way ${learner}`));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b));
    for (const lot of ['A', 'B', 'C']) {
      const way = events.filter((event) => event.lot === lot);
      const kms = way.map(({ place }) => places.find(({ name }) => name === place)?.km ?? -1);
      expect(kms).toEqual([0, 12, 12, 40, 40, 210, 480, 900, 900, 935]);
      expect(way.every(({ at }, step) => step === 0 || at > (way[step - 1]?.at ?? 0))).toBe(true);
    }
  }
});

test('all signatures are valid, those over what is false as well, and fail over anything else', () => {
  const task = provenanceTask(seedOf('signed'));
  expect(task.signers.length).toBe(4);
  for (const { by, key, signature } of task.signers) {
    const verify = (message: Uint8Array) => ed25519.verify(hexToBytes(signature), message, hexToBytes(key));
    expect(verify(signedBy(JSON.parse(JSON.stringify(task.events)), by))).toBe(true);
    expect(verify(signedBy(task.events.slice(0, 5), by))).toBe(false);
  }
});

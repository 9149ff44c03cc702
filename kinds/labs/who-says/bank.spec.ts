import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { whoSaysLab } from '.';
import { bank } from './bank';
import { nameOf } from './check';
import { levels, modes, speakers } from './choices';
import { whoSaysSolution } from './solve';
import { drawSentences } from './task';

const all = bank.flatMap(({ sentences }) => sentences);
const seed = new Uint8Array(createHash('sha256').update('bank').digest());

test('the bank has enough of each kind, and every sentence once', () => {
  expect(all.length).toBeGreaterThanOrEqual(36);
  expect(new Set(all.map(({ says }) => says)).size).toBe(all.length);
  expect(bank.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(12);
  for (const { sentences, drawn } of bank) expect(sentences.length).toBeGreaterThanOrEqual(4 * drawn - 1);
});

test('the key keeps the rules that learners are told', () => {
  for (const { says, speaker, mode } of all) {
    expect([says, mode.includes('gloss')]).toEqual([says, speaker.includes('writer')]);
    expect([says, mode.includes('quote')]).toEqual([says, /“.+”/.test(says)]);
    expect(says).toMatch(/^[“A-Z].*\.$/);
  }
  const used = (of: 'speaker' | 'mode' | 'level') => new Set<string>(all.flatMap((one) => [...one[of]]));
  for (const [of, options] of [
    ['speaker', speakers],
    ['mode', modes],
    ['level', levels],
  ] as const)
    expect(used(of)).toEqual(new Set(options.map(({ value }) => value)));
});

test('seven parts of 36 may differ, and an eighth may not', () => {
  const work = whoSaysSolution.solve(seed);
  const differing = (count: number) => {
    const wrongLevels = drawSentences(seed)
      .slice(0, count)
      .map(({ id, level }) => [nameOf(id, 'level'), level.includes('E4') ? 'E0' : 'E4']);
    return { ...work, ...Object.fromEntries(wrongLevels) };
  };
  expect(whoSaysLab.verify(seed, differing(7))).toEqual({ outcome: 'pass' });
  expect(whoSaysLab.verify(seed, differing(8))).toMatchObject({
    code: 'E_AGREEMENT',
    says: expect.stringContaining('12 speakers, 12 modes, 4 levels agree with the key: 28 of 36 parts'),
  });
});

test('each right answer agrees with the key, where there are several', () => {
  const work = whoSaysSolution.solve(seed);
  const others = drawSentences(seed).map(({ id, level }) => [nameOf(id, 'level'), level.at(-1) ?? '']);
  expect(whoSaysLab.verify(seed, { ...work, ...Object.fromEntries(others) })).toEqual({ outcome: 'pass' });
});

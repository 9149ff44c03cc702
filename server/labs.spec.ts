import { afterEach, expect, test, vi } from 'vitest';
import { labSeed, seedCommit } from './labs';

const of = { learnerId: 'a', lab: 'mine', version: 1, attempt: 1 };
const seedOf = (change: Partial<typeof of> = {}) => seedCommit(labSeed({ ...of, ...change }));

afterEach(() => vi.unstubAllEnvs());

test('a seed is the same for ever, and another for another learner, lab, version or attempt', () => {
  vi.stubEnv('LAB_SECRET', 'one-secret-0123456789-abcdefghijklmnop');
  // Worked out when the first lab was made: what was handed in by then is verified by it.
  expect(Buffer.from(labSeed(of)).toString('hex')).toMatchInlineSnapshot(
    `"13f96fc29fcf6b246fc18f8417cc06989439c5c47b6757ea62b937a0528c4e80"`,
  );
  const others = [{ learnerId: 'b' }, { lab: 'merkle' }, { version: 2 }, { attempt: 2 }].map(seedOf);
  expect(new Set([seedOf(), ...others]).size).toBe(5);
});

test('a seed is of the secret for labs or, where there is none, of the one for sign-ins', () => {
  vi.stubEnv('LAB_SECRET', undefined);
  const usual = seedOf();
  vi.stubEnv('LAB_SECRET', 'another-secret-0123456789-abcdefghijk');
  expect(seedOf()).not.toBe(usual);
  vi.stubEnv('LAB_SECRET', undefined);
  vi.stubEnv('AUTH_SECRET', undefined);
  expect(() => labSeed(of)).toThrow('LAB_SECRET');
});

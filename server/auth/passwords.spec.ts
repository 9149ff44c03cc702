import * as argon2 from '@node-rs/argon2';
import { describe, expect, test, vi } from 'vitest';
import { hashPassword, needsRehash, verifyPassword } from './passwords';

const work = vi.hoisted(() => ({ now: 0, most: 0, total: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  const counted =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      work.now += 1;
      work.total += 1;
      work.most = Math.max(work.most, work.now);
      try {
        return await run(...args);
      } finally {
        work.now -= 1;
      }
    };
  return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
});

describe('a password', () => {
  test('is stored as argon2id, salted, and never as it is', async () => {
    const [one, two] = [await hashPassword('walks at dawn'), await hashPassword('walks at dawn')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain('walks');
  });

  test.each([
    ['as it was given', 'walks at dawn ', 'walks at dawn ', true],
    ['without its last space', 'walks at dawn ', 'walks at dawn', false],
    ['in other case', 'walks at dawn', 'Walks at dawn', false],
    ['empty', 'walks at dawn', '', false],
    ['in any script', '区块链课程的一个很长的密码', '区块链课程的一个很长的密码', true],
    ['longer than some hashes look', 'ab3d'.repeat(256), `${'ab3d'.repeat(255)}ab3x`, false],
  ])('is checked whole: %s', async (_title, stored, given, right) => {
    expect(await verifyPassword(await hashPassword(stored), given)).toBe(right);
  });

  test.each(['', 'none', '$argon2id$broken', 'x'.repeat(500)])(
    'is never right against what is no hash: "%s"',
    async (stored) => {
      expect(await verifyPassword(stored, 'none')).toBe(false);
    },
  );

  test('of nobody is wrong, after the same work', async () => {
    const stored = await hashPassword('walks at dawn');
    const workOf = async (against: string | null) => {
      const before = work.total;
      expect(await verifyPassword(against, 'no account has this password')).toBe(false);
      return work.total - before;
    };
    await workOf(null);
    expect(await workOf(null)).toBe(await workOf(stored));
  });
});

test('at most eight are worked on at once; the rest wait, and all get their turn', async () => {
  work.most = 0;
  const stored = await hashPassword('walks at dawn');
  // Waves that arrive while others finish, because that is when a place is given away twice.
  const waves = Array.from({ length: 6 }, async (_, wave) => {
    await new Promise((resolve) => setTimeout(resolve, wave * 15));
    return Promise.all(Array.from({ length: 10 }, () => verifyPassword(stored, 'walks at dawn')));
  });
  expect((await Promise.all(waves)).flat().every(Boolean)).toBe(true);
  expect(work.most).toBe(8);
});

test('a hash of other settings wants to be made anew', async () => {
  expect(needsRehash(await hashPassword('walks at dawn'))).toBe(false);
  const weak = await argon2.hash('walks at dawn', { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
  expect(needsRehash(weak)).toBe(true);
  expect(await verifyPassword(weak, 'walks at dawn')).toBe(true);
});

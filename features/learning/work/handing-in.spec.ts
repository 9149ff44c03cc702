import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { accommodations } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { getMyWork } from './get-my-work';
import { handInClosed } from './hand-in-closed';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const writingOf = async (...rules: string[]) => {
  const work = await makeWork(db, rules);
  return { ...work, ...(await work.writer()) };
};
const days = (count: number) => count * 86_400_000;

describe('work that is handed in', () => {
  test('is done, promised back, and has its place in the queue of the course', async () => {
    const work = await makeWork(db);
    const [first, second] = [await work.writer(), await work.writer()];
    await first.submit();
    await second.submit();
    const [row] = await second.rows();
    expect((row?.backAt?.getTime() ?? 0) - (row?.handedInAt?.getTime() ?? 0)).toBe(days(4));
    expect((row?.escalateAt?.getTime() ?? 0) - (row?.handedInAt?.getTime() ?? 0)).toBe(days(3));
    expect((await second.lesson()).work).toMatchObject({
      writing: null,
      refusal: 'work-handed-in',
      versions: [{ number: 1, waiting: { place: 2, back: expect.stringContaining('(GMT+0)') } }],
    });
    expect((await first.get()).waiting).toMatchObject({ place: 1 });
    expect(await second.ledger()).toEqual([{ block: 'work', correct: true }]);
    expect(await second.done()).toMatchObject({ complete: true });
  });

  test('is exactly what was looked at', async () => {
    const { save, handIn, rows } = await writingOf();
    await save('Four words of mine.', 0);
    await save('Now there are five words.', 1);
    await expect(handIn(1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(handIn(2, 2)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await handIn(2);
    expect(await rows()).toMatchObject([{ text: 'Now there are five words.', handedInBy: 'learner' }]);
  });

  test.each([
    ['Two words', /at least 3/],
    ['x '.repeat(21), /at most 20/],
    [' ', /nothing to hand in/],
  ])('is long enough and not too long: %j', async (text, said) => {
    const { save, handIn, rows } = await writingOf();
    await save(text, 0);
    await expect(handIn(1)).rejects.toMatchObject({ fields: { text: expect.stringMatching(said) } });
    expect(await rows()).toMatchObject([{ handedInAt: null }]);
  });

  test('is handed in once by twenty clicks', async () => {
    const { save, handIn, rows, ledger } = await writingOf();
    await save('Four words of mine.', 0);
    const told = await Promise.all(Array.from({ length: 20 }, () => handIn(1)));
    expect(told).toEqual(Array(20).fill({ number: 1 }));
    expect(await rows()).toHaveLength(1);
    expect(await ledger()).toHaveLength(1);
  });

  test('that has to be passed is not done yet', async () => {
    const { submit, ledger, done } = await writingOf('pass: 50');
    await submit();
    expect(await ledger()).toEqual([]);
    expect(await done()).toBeNull();
  });

  test('is nobody else’s to read', async () => {
    const { submit, at, owner } = await writingOf();
    await submit();
    for (const actor of [await makeUser(db), owner])
      await expect(perform(getMyWork, { ...at, number: 1 }, { db, actor })).rejects.toMatchObject({
        name: 'NotFound',
      });
  });
});

describe('work that closes', () => {
  const yesterday = new Date(Date.now() - days(1)).toISOString().slice(0, 16).replace('T', ' ');
  /** Somebody who wrote by two days that were agreed on, and for whom it closes once they are taken back. */
  const closing = async (text: string) => {
    const work = await writingOf(`closes: "${yesterday}"`);
    await db.insert(accommodations).values({ enrollmentId: work.enrollmentId, extraDays: 2, reason: 'Ill.' });
    await work.save(text, 0);
    const submission = (await work.rows())[0]?.id ?? '';
    return {
      ...work,
      shut: () => db.delete(accommodations).where(eq(accommodations.enrollmentId, work.enrollmentId)),
      run: (actor: Actor = platform) => perform(handInClosed, { submission }, { db, actor }),
    };
  };

  test('waits while it is open for its learner', async () => {
    const { run, rows, lesson } = await closing('Four words of mine.');
    expect((await lesson()).work?.agreed).toBe('2 days longer');
    expect(await run()).toEqual({ handedIn: false });
    expect(await rows()).toMatchObject([{ handedInAt: null, closesAt: expect.any(Date) }]);
  });

  test('is handed in by the clock, as it was saved, at the time when it closed', async () => {
    const { run, rows, shut, ledger, get } = await closing('Four words of mine.');
    await shut();
    expect(await run()).toEqual({ handedIn: true });
    expect(await run()).toEqual({ handedIn: false });
    const [row] = await rows();
    expect(row).toMatchObject({ handedInBy: 'clock', closesAt: null });
    expect(row?.handedInAt?.toISOString().slice(0, 16)).toBe(yesterday.replace(' ', 'T'));
    expect(await ledger()).toHaveLength(1);
    expect(await get()).toMatchObject({ byClock: true, waiting: { place: 1 } });
  });

  test('stays a draft where it is too short, and the clock is done with it', async () => {
    const { run, rows, shut, lesson } = await closing('Short');
    await shut();
    expect(await run()).toEqual({ handedIn: false });
    expect(await rows()).toMatchObject([{ handedInAt: null, closesAt: null }]);
    expect((await lesson()).work).toMatchObject({ refusal: 'work-closed', left: { text: 'Short' } });
  });

  test('is closed by the platform alone', async () => {
    const { run, actor, owner } = await closing('Four words of mine.');
    for (const other of [actor, owner]) await expect(run(other)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

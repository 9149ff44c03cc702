import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { attempts } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { makeQuiz } from '@/test/quizzes';
import { handInDue } from './attempts';
import { startJobWorker } from './worker';

let db: Database;
let close: () => Promise<void>;
let quiz: Awaited<ReturnType<typeof makeQuiz>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
  quiz = await makeQuiz(db, ['minutes: 10'], ['single', 'hotspot']);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});

/** Learners with an attempt under way that has one right answer. */
const takers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const taker = await quiz.taker();
      await taker.start();
      await taker.save('q-single', ['b']);
      return taker;
    }),
  );
const handedIn = { submittedBy: 'clock', earned: 1_000_000, possible: 2_000_000 };
const underWay = { submittedAt: null, earned: null };

describe('the clock of attempts', () => {
  test('hands in what was saved when the time is over, and leaves the others alone', async () => {
    const [over, going] = await takers(2);
    expect(await handInDue()).toBe(0);
    await over?.runOut();
    expect(await handInDue()).toBe(1);
    expect(await handInDue()).toBe(0);
    expect(await over?.rows()).toMatchObject([handedIn]);
    expect(await going?.rows()).toMatchObject([underWay]);
  });

  test('hands in once, however many workers there are', async () => {
    const all = await takers(12);
    for (const { runOut } of all) await runOut();
    const counts = await Promise.all([0, 1, 2, 3].map(() => handInDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    for (const { rows, ledger } of all) {
      expect(await rows()).toMatchObject([handedIn]);
      expect(await ledger()).toHaveLength(1);
    }
  });

  test('sets aside one that cannot be handed in, says so, and takes it up again later', async () => {
    const [broken, ...others] = await takers(4);
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await db.execute(sql`
      create or replace function refuse_attempt() returns trigger language plpgsql as
      $$ begin raise exception 'this one is broken'; end $$`);
    await db.execute(sql`
      create trigger refuse before update on attempts for each row
      when (old.enrollment_id = ${sql.raw(`'${broken?.enrollmentId}'`)} and new.submitted_at is not null)
      execute function refuse_attempt()`);
    // The broken one is over first, and rounds of one come to the others all the same.
    await broken?.runOut();
    await db
      .update(attempts)
      .set({ dueAt: sql`now() - interval '1 hour'` })
      .where(eq(attempts.enrollmentId, broken?.enrollmentId ?? ''));
    for (const { runOut } of others) await runOut();
    for (const expected of [0, 1, 1, 1, 0]) expect(await handInDue(1)).toBe(expected);
    for (const { rows } of others) expect(await rows()).toMatchObject([handedIn]);
    expect(await broken?.rows()).toMatchObject([underWay]);
    expect(await broken?.kept()).toMatchObject([{ answer: ['b'], earned: null }]);
    expect(said).toHaveBeenCalledTimes(1);
    expect(said.mock.calls[0]?.[0]).toContain('this one is broken');
    await db.execute(sql`drop trigger refuse on attempts`);
    said.mockRestore();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    expect(await handInDue()).toBe(1);
    vi.useRealTimers();
    expect(await broken?.rows()).toMatchObject([handedIn]);
  });

  test('runs in the background, and stops when told', async () => {
    const [one, later] = await takers(2);
    await one?.runOut();
    const stop = startJobWorker(20);
    await vi.waitUntil(async () => (await one?.rows())?.[0]?.submittedAt, { timeout: 10_000 });
    await stop();
    await later?.runOut();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await later?.rows()).toMatchObject([underWay]);
  });
});

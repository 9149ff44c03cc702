import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { editions, enrollmentEvents, evidence } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { withdraw } from '@/features/enrollment/withdraw';
import { rebuildProgress } from '@/features/learning/rebuild-progress';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, progressOf } from '@/test/editions';
import { hold, waiting } from '@/test/locks';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const first = { one: ['a', 'b', 'q-1'], two: ['a', 'q-1'] };
const second = { one: ['a', 'q-1', 'c'], two: ['a', 'b', 'q-1'], three: ['a'] };

const ledgerOf = (enrollmentId: string) =>
  db.select().from(evidence).where(eq(evidence.enrollmentId, enrollmentId));

/** Whether the projection of an enrollment is what its ledger says. */
async function isTrue(enrollmentId: string): Promise<void> {
  const stored = await progressOf(db, enrollmentId);
  await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
  expect(await progressOf(db, enrollmentId)).toEqual(stored);
}

describe('learners at work while they are moved', () => {
  test('lose nothing that was acknowledged, and their progress is what the ledger says', async () => {
    const studio = await makeStudio(db, first);
    await studio.publish();
    await studio.write(second);
    await studio.publish();
    const people = await Promise.all(Array.from({ length: 6 }, () => studio.learner()));
    const outcomes = { yes: 0, moved: 0, gone: 0 };
    const acknowledged: { enrollmentId: string; lesson: string; block: string }[] = [];
    let stopped = false;
    const study = people.map(async ({ enrollmentId, view, answer }) => {
      for (let turn = 0; !stopped; turn += 1) {
        const lesson = ['one', 'two'][turn % 2] ?? 'one';
        const block = ['a', 'q-1'][(turn >> 1) % 2] ?? 'a';
        const work = block === 'a' ? view(lesson, [block]) : answer(lesson, block, turn % 3 ? 'b' : 'a');
        await work.then(
          () => {
            outcomes.yes += 1;
            acknowledged.push({ enrollmentId, lesson, block });
          },
          (error: { code?: string; name?: string }) => {
            if (error.code === 'edition-moved') outcomes.moved += 1;
            else if (error.name === 'InvalidInput' || error.name === 'NotFound') outcomes.gone += 1;
            else throw error;
          },
        );
      }
    });
    for (let round = 0; round < 8; round += 1) {
      await studio.write(round % 2 === 0 ? first : second);
      await studio.publish('everyone');
    }
    stopped = true;
    await Promise.all(study);
    expect(outcomes.yes).toBeGreaterThan(100);
    for (const { enrollmentId } of people) {
      const ledger = await ledgerOf(enrollmentId);
      for (const done of acknowledged.filter((one) => one.enrollmentId === enrollmentId)) {
        expect(ledger.some((row) => row.lessonId === done.lesson && row.blockId === done.block)).toBe(true);
      }
      await isTrue(enrollmentId);
    }
  }, 60_000);

  test('who are moved while their request waits are told so, and nothing of it is recorded', async () => {
    const studio = await makeStudio(db, first);
    await studio.publish();
    const learner = await studio.learner();
    await studio.write(second);
    const { editionId } = await studio.publish();
    let judged: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`update enrollments set edition_id = ${editionId} where id = ${learner.enrollmentId}`,
      );
      judged = Promise.allSettled([learner.answer('one', 'q-1'), learner.view('one', ['a'])]);
      await waiting(db, 2);
    });
    expect(await judged).toMatchObject([
      { status: 'rejected', reason: { name: 'Refused', code: 'edition-moved' } },
      { status: 'rejected', reason: { name: 'Refused', code: 'edition-moved' } },
    ]);
    expect(await ledgerOf(learner.enrollmentId)).toEqual([]);
    expect(await learner.progress()).toEqual({});
    // Asked again, they are judged by the edition they are on now.
    await learner.answer('one', 'q-1');
    expect(await learner.progress()).toEqual({ one: { done: ['q-1'], percent: 33, complete: false } });
  });

  test('may leave the course meanwhile: neither waits for the other in a circle', async () => {
    const studio = await makeStudio(db, first);
    await studio.publish();
    const people = await Promise.all(Array.from({ length: 8 }, () => studio.learner()));
    await studio.write(second);
    const leaving = people
      .slice(0, 4)
      .map(({ actor }) => perform(withdraw, { slug: studio.slug }, { db, actor }));
    const [published] = await Promise.all([studio.publish('everyone'), ...leaving]);
    expect(published.moved).toBeGreaterThanOrEqual(4);
    const states = await Promise.all(people.map(({ enrollment }) => enrollment()));
    expect(states.slice(0, 4).map(({ state }) => state)).toEqual(Array(4).fill('withdrawn'));
    expect(new Set(states.slice(4).map(({ editionId }) => editionId))).toEqual(
      new Set([published.editionId]),
    );
  });
});

describe('publishing that fails in the middle', () => {
  test('leaves the old edition whole, and nobody moved', async () => {
    const studio = await makeStudio(db, first);
    const { editionId } = await studio.publish();
    const [early, late] = (await Promise.all([studio.learner(), studio.learner()])).sort((a, b) =>
      a.enrollmentId < b.enrollmentId ? -1 : 1,
    );
    if (!early || !late) throw new Error('nobody');
    await late.work({ one: ['a', 'b', 'q-1'] });
    const before = await late.progress();
    await studio.write(second);
    // It has stored the edition and locked the first learner when it comes to wait for the second, in vain.
    const { release } = await hold(
      db,
      sql`select from enrollments where id = ${late.enrollmentId} for update`,
    );
    const publishing = studio.publish('everyone').catch((error: unknown) => error);
    const pid = await waiting(db);
    const [writes] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_locks
        where pid = ${pid ?? 0} and relation = 'edition_lessons'::regclass and mode = 'RowExclusiveLock'`,
    );
    expect(writes?.n).toBe(1);
    expect(await publishing).toBeInstanceOf(Error);
    await release();

    const rows = await db.select().from(editions).where(eq(editions.courseId, studio.courseId));
    expect(rows.map(({ number }) => number)).toEqual([1]);
    expect(await studio.current()).toBe(editionId);
    for (const { enrollment, enrollmentId } of [early, late]) {
      expect((await enrollment()).editionId).toBe(editionId);
      const events = await db
        .select()
        .from(enrollmentEvents)
        .where(eq(enrollmentEvents.enrollmentId, enrollmentId));
      expect(events).toEqual([]);
    }
    expect(await late.progress()).toEqual(before);
    expect(await studio.publish('everyone')).toMatchObject({ number: 2, outcome: 'published', moved: 2 });
  });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { lockOpenAttempt } from '@/db/queries/attempts';
import { testDatabase } from '@/test/database';
import { hold, waiting } from '@/test/locks';
import { makeQuiz } from '@/test/quizzes';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const started = async (rules = ['mode: graded']) => {
  const quiz = await makeQuiz(db, rules);
  const taker = await quiz.taker();
  await taker.start();
  return { ...quiz, ...taker };
};
const over = { name: 'Refused', code: 'attempt-over' };

describe('an answer of an attempt', () => {
  test('is kept as it is given, with when, and nothing is said of it', async () => {
    const { save, get } = await started();
    const told = await save('q-single', ['a']);
    expect(told).toEqual({ answer: ['a'], revision: 1, savedAt: expect.any(String), own: true });
    const { running } = await get();
    const kept = running?.questions.find(({ block }) => block.id === 'q-single')?.kept;
    expect(kept).toEqual({ answer: ['a'], confidence: null, revision: 1, savedAt: told.savedAt });
  });

  test('is replaced by a newer one, also by none', async () => {
    const { save, kept } = await started();
    await save('q-multiple', ['a']);
    await save('q-multiple', ['a', 'd'], 2);
    await save('q-multiple', [], 7);
    expect(await kept()).toEqual([{ block: 'q-multiple', answer: [], revision: 7, earned: null }]);
  });

  test('sent again, by a queue or twice at once, counts once', async () => {
    const { save, kept } = await started();
    const first = await save('q-single', ['a'], 3);
    const told = await Promise.all(Array.from({ length: 10 }, () => save('q-single', ['a'], 3)));
    for (const one of told) expect(one).toEqual(first);
    expect(await kept()).toEqual([{ block: 'q-single', answer: ['a'], revision: 3, earned: null }]);
  });

  test('that is older than what is kept changes nothing, and what is kept is told', async () => {
    const { save, kept } = await started();
    await save('q-single', ['b'], 5);
    expect(await save('q-single', ['a'], 4)).toMatchObject({ answer: ['b'], revision: 5, own: false });
    expect(await save('q-single', ['c'], 5)).toMatchObject({ answer: ['b'], revision: 5, own: false });
    expect(await kept()).toEqual([{ block: 'q-single', answer: ['b'], revision: 5, earned: null }]);
  });

  test('of twenty revisions that arrive at once in any order is the newest', async () => {
    const { save, kept } = await started();
    const revisions = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    await Promise.all(revisions.map((revision) => save('q-single', [`r${revision}`], revision)));
    expect(await kept()).toMatchObject([{ answer: ['r20'], revision: 20 }]);
  });

  test('to a question that was not drawn, or is none, is refused and nothing is kept', async () => {
    const { save, rows, kept } = await started(['draw: 1']);
    const [asked] = (await rows())[0]?.questions ?? [];
    const other = asked === 'q-single' ? 'q-multiple' : 'q-single';
    for (const block of [other, 'quiz', 'gone', '', '__proto__', 'constructor'])
      await expect(save(block, ['b'])).rejects.toMatchObject({ fields: { block: expect.any(String) } });
    expect(await kept()).toEqual([]);
  });

  test('of no form that an answer has is refused', async () => {
    const { save, kept } = await started();
    for (const odd of ['b', [1], ['x'.repeat(20_001)], { a: 'b' }, null])
      await expect(save('q-single', odd as never)).rejects.toMatchObject({ name: 'InvalidInput' });
    for (const revision of [0, -1, 1.5, 1_000_001, Number.NaN])
      await expect(save('q-single', ['b'], revision)).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(await kept()).toEqual([]);
  });

  test('after its time is refused and changes nothing, although nobody has handed it in yet', async () => {
    const { save, kept, runOut } = await started(['minutes: 10']);
    await save('q-single', ['b']);
    await runOut();
    await expect(save('q-single', ['a'], 2)).rejects.toMatchObject(over);
    await expect(save('q-multiple', ['a'])).rejects.toMatchObject(over);
    expect(await kept()).toEqual([{ block: 'q-single', answer: ['b'], revision: 1, earned: null }]);
  });

  test('is judged by the clock of the database at that moment, not by when its request began', async () => {
    const { save, kept, enrollmentId } = await started(['minutes: 10']);
    const held = await hold(db, sql`select 1 from attempts where enrollment_id = ${enrollmentId} for update`);
    const saving = save('q-single', ['b']).catch((error: unknown) => error);
    await waiting(db);
    await held.release();
    expect(await saving).toMatchObject({ own: true });
    expect(await kept()).toHaveLength(1);
  });

  test('after it was handed in is refused and changes nothing', async () => {
    const { save, submit, kept, rows } = await started();
    await save('q-single', ['b']);
    await submit();
    const before = [await rows(), await kept()];
    await expect(save('q-single', ['a'], 2)).rejects.toMatchObject(over);
    expect([await rows(), await kept()]).toEqual(before);
  });
});

describe('answers that arrive while it is handed in', () => {
  test('wait for it, and are refused', async () => {
    const { save, rows, kept } = await started();
    const [row] = await rows();
    let saving: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await lockOpenAttempt(tx, row?.id ?? '');
      saving = save('q-single', ['b']).catch((error: unknown) => error);
      await waiting(db);
      await tx.execute(sql`
        update attempts set submitted_at = now(), submitted_by = 'learner', earned = 0, possible = 5000000
        where id = ${row?.id ?? ''}`);
    });
    expect(await saving).toMatchObject(over);
    expect(await kept()).toEqual([]);
  });

  test('are each in what is marked or refused: none is accepted and not marked', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { save, submit, kept, rows, right } = await started();
      const answers = Object.entries(await right());
      const saves = answers.map(([block, answer]) => ({ block, saving: save(block, answer) }));
      const submits = [submit(), submit()];
      const told = await Promise.allSettled(saves.map(({ saving }) => saving));
      await Promise.all(submits);
      const stored = new Map((await kept()).map(({ block, earned }) => [block, earned]));
      for (const [index, { block }] of saves.entries()) {
        const accepted = told[index]?.status === 'fulfilled';
        if (!accepted) expect(told[index]).toMatchObject({ reason: over });
        expect(stored.get(block)).toBe(accepted ? 1_000_000 : undefined);
      }
      const accepted = told.filter(({ status }) => status === 'fulfilled').length;
      expect((await rows())[0]?.earned).toBe(accepted * 1_000_000);
    }
  });
});

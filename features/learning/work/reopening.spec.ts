import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { outbox } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeWork } from '@/test/work';
import { putComment } from './comments/put-comment';
import { reopenGrading } from './reopen-grading';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const best = { claim: 2, evidence: 1 };

/** Work that a grader has graded, with a comment on words of it. */
async function graded(rules: string[] = []) {
  const work = await makeWork(db, rules);
  const grader = await work.staff('grader');
  const writer = await work.writer();
  const id = await writer.submit();
  const own = work.grading(grader);
  await own.claim(id);
  const said = { course: work.slug, submission: id, id: crypto.randomUUID(), paragraph: 1, says: 'CANARY' };
  await perform(putComment, said, { db, actor: grader });
  await own.finish(id, { claim: 1, evidence: 0 }, 'CANARY');
  return {
    ...work,
    ...own,
    grader,
    writer,
    id,
    reopen: (actor: Actor = grader, reason = 'One criterion was read wrongly.') =>
      perform(
        reopenGrading,
        { course: work.slug, submission: id, reason, address: 'https://school.example' },
        { db, actor },
      ),
    mails: async () => db.select().from(outbox).where(eq(outbox.recipient, writer.actor.email)),
  };
}

describe('a grading that is opened again', () => {
  test('is at work again with what it had; its learner sees nothing and is told once; finished it counts anew', async () => {
    const { reopen, writer, get, finish, id, grader, mails } = await graded(['pass: 25']);
    const before = (await writer.rows())[0];
    expect(await writer.done()).toMatchObject({ complete: true });
    expect(await reopen()).toEqual({ told: true });
    expect(await get(id)).toMatchObject({
      state: 'mine',
      scores: { claim: 1, evidence: 0 },
      comment: 'CANARY',
      comments: [{ says: 'CANARY' }],
    });
    expect(await writer.get()).toMatchObject({ result: null, comments: [], waiting: { place: 1 } });
    expect(JSON.stringify([await writer.get(), await writer.lesson()])).not.toContain('CANARY');
    expect(await writer.grade()).toMatchObject({ releasedAt: null });
    expect((await writer.rows())[0]?.backAt?.getTime()).toBeGreaterThan(before?.backAt?.getTime() ?? 0);
    // What was passed stays passed.
    expect(await writer.done()).toMatchObject({ complete: true });
    await finish(id, best);
    expect((await writer.get()).result).toMatchObject({ percent: 100 });
    expect(await writer.grade()).toMatchObject({ final: 1_000_000, releasedAt: expect.any(Date) });
    expect(await writer.history()).toMatchObject([
      { action: 'marked' },
      { action: 'withheld', actorId: grader.userId },
      { action: 'marked' },
    ]);
    const told = await mails();
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain('/essay');
    expect(told[0]?.body).not.toMatch(/read wrongly|25 %/);
  });

  test('by an owner is the owner’s, with the comments; the first grader finds it held', async () => {
    const { reopen, owner, grading, get, id } = await graded();
    await reopen(owner);
    expect(await grading(owner).get(id)).toMatchObject({ state: 'mine', comments: [{ says: 'CANARY' }] });
    expect(await get(id)).toMatchObject({ state: 'held', comments: [] });
  });

  test('needs its grader or an owner, a reason, and a grading that is finished', async () => {
    const { reopen, staff, writer, owner, get, id } = await graded();
    for (const actor of [await staff('grader'), await staff('editor'), writer.actor])
      await expect(reopen(actor)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(reopen(owner, ' ')).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
    expect(await get(id)).toMatchObject({ state: 'graded', mayReopen: true });
    const twice = await Promise.allSettled([reopen(), reopen(owner)]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('tells nobody of what nobody saw, and stays as it is where a newer version is begun', async () => {
    const held = await graded(['release: by-hand']);
    expect(await held.reopen()).toEqual({ told: false });
    expect(await held.mails()).toEqual([]);
    const { writer, reopen } = await graded(['revisions: 1']);
    await writer.save('Four newer words.', 0, undefined, 2);
    await expect(reopen()).rejects.toMatchObject({ code: 'work-newer' });
  });
});

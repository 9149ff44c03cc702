import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { leasePublication } from '@/db/queries/publications';
import { auditLog, courseImports, courses, editions, outbox, publications } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { checkScheduled } from '@/features/authoring/publishing/check-scheduled';
import { giveUpPublication } from '@/features/authoring/publishing/give-up-publication';
import { publishScheduled } from '@/features/authoring/publishing/publish-scheduled';
import { schedulePublication } from '@/features/authoring/publishing/schedule-publication';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio } from '@/test/editions';
import { makeUser } from '@/test/factories';
import { publishDue, retryAfter } from './publications';
import { startJobWorker } from './worker';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});
beforeEach(async () => {
  await db.delete(outbox);
  await db.delete(publications);
});

type Studio = Awaited<ReturnType<typeof makeStudio>>;
const dueNow = () =>
  db.update(publications).set({ nextAttemptAt: sql`now()` }).where(eq(publications.state, 'waiting'));

/** A course with an edition and somebody on it, and a second edition that is due. */
async function scheduled(moves: 'none' | 'everyone' = 'everyone') {
  const studio = await makeStudio(db, { one: ['a'] });
  await studio.publish();
  const learner = await studio.learner();
  await learner.work({ one: ['a'] });
  await db.execute(
    sql`update enrollments set state = 'active', completed_at = null where id = ${learner.enrollmentId}`,
  );
  await studio.write({ one: ['a', 'b'] });
  const { reviewed, current } = await studio.review();
  const input = { course: studio.slug, reviewed, against: current?.number ?? 0, note: 'Later.', moves };
  const output = await perform(
    schedulePublication,
    { ...input, date: '2099-12-01', time: '09:00' },
    { db, actor: studio.owner },
  );
  if (!output.ok) throw new Error('not scheduled');
  await studio.write({ other: ['a'] });
  await dueNow();
  return { ...studio, learner, id: output.id };
}

const row = async (id: string) => (await db.select().from(publications).where(eq(publications.id, id)))[0];
const numbers = async ({ courseId }: Pick<Studio, 'courseId'>) =>
  (await db.select().from(editions).where(eq(editions.courseId, courseId)))
    .map(({ number }) => number)
    .sort();
const mails = () => db.select().from(outbox);

describe('a publication that is due', () => {
  test('is carried out once: what was reviewed then, by whom, with its moves, and a mail', async () => {
    const studio = await scheduled();
    expect(await publishDue()).toBe(1);
    expect(await publishDue()).toBe(0);
    const done = await row(studio.id);
    expect(done).toMatchObject({ state: 'done', attempts: 1, error: null, finishedAt: expect.any(Date) });
    expect(await studio.current()).toBe(done?.editionId);
    const [edition] = await db
      .select()
      .from(editions)
      .where(eq(editions.id, done?.editionId ?? ''));
    expect(edition).toMatchObject({ number: 2, note: 'Later.', publishedBy: studio.owner.userId });
    expect(await studio.learner.progress()).toEqual({ one: { done: ['a'], percent: 50, complete: false } });
    expect(await mails()).toMatchObject([
      {
        recipient: studio.owner.email,
        subject: 'Edition 2 is published',
        body: expect.stringContaining('1 learner was moved'),
      },
    ]);
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${studio.slug}`));
    expect(entries.at(-1)).toMatchObject({
      action: 'publish-scheduled',
      actorId: studio.owner.userId,
      detail: { publication: studio.id, edition: 2, outcome: 'published', moved: 1 },
    });
  });

  test('before its time is left alone, as is one that was cancelled', async () => {
    const studio = await scheduled();
    await db.update(publications).set({ nextAttemptAt: sql`now() + interval '1 minute'` });
    expect(await publishDue()).toBe(0);
    await db.update(publications).set({ state: 'cancelled', nextAttemptAt: sql`now()` });
    expect(await publishDue()).toBe(0);
    expect(await numbers(studio)).toEqual([1]);
  });

  test('with a mistake fails at once, with the reason in the mail; what was published stays', async () => {
    const studio = await scheduled();
    await db.execute(
      sql`update publications set texts = jsonb_set(texts, '{modules/1-first/1-one.md}', '"no lesson"')`,
    );
    const was = await studio.current();
    expect(await publishDue()).toBe(1);
    expect(await row(studio.id)).toMatchObject({ state: 'failed', attempts: 1, editionId: null });
    expect(await studio.current()).toBe(was);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      recipient: studio.owner.email,
      subject: 'Your scheduled publication failed',
    });
    expect(mail?.body).toContain('modules/1-first/1-one.md:1: a lesson begins with front matter');
    expect(mail?.body).toContain(`/teach/${studio.slug}/publish`);
  });

  test.each([
    ['is no longer of the course', sql`delete from course_staff where user_id = `],
    ['was made a grader', sql`update course_staff set role = 'grader' where user_id = `],
    ['was suspended', sql`update users set suspended_at = now() where id = `],
  ])('by somebody who %s fails', async (_title, change) => {
    const studio = await scheduled();
    await db.execute(sql`${change} ${studio.owner.userId}`);
    await publishDue();
    expect(await row(studio.id)).toMatchObject({
      state: 'failed',
      error: 'You may no longer edit this course.',
    });
    expect(await numbers(studio)).toEqual([1]);
  });

  test('that the database refuses is tried again later, and given up after five tries with a mail', async () => {
    const studio = await scheduled();
    await db.execute(sql`
      create or replace function refuse_edition() returns trigger language plpgsql as
      $$ begin raise exception 'no room left'; end $$`);
    await db.execute(sql`create trigger refuse before insert on editions execute function refuse_edition()`);
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await publishDue();
      expect(await row(studio.id)).toMatchObject({
        state: 'waiting',
        attempts: attempt,
        error: 'no room left',
      });
      const [next] = await db.execute<{ seconds: number }>(
        sql`select extract(epoch from next_attempt_at - now())::float as seconds from publications`,
      );
      expect(Math.abs((next?.seconds ?? 0) - 30 * 2 ** (attempt - 1))).toBeLessThan(10);
      expect(await mails()).toEqual([]);
      await dueNow();
    }
    await publishDue();
    await db.execute(sql`drop trigger refuse on editions`);
    expect(await row(studio.id)).toMatchObject({ state: 'failed', attempts: 5, error: 'no room left' });
    expect(await mails()).toMatchObject([{ body: expect.stringContaining('no room left') }]);
    expect(await numbers(studio)).toEqual([1]);
    expect(retryAfter(5)).toBeNull();
  });

  test('that fails does not hold up the others', async () => {
    const broken = await scheduled();
    await db.execute(sql`update publications set texts = '{}'`);
    const studio = await scheduled();
    expect(await publishDue()).toBe(2);
    expect(await row(broken.id)).toMatchObject({ state: 'failed' });
    expect(await row(studio.id)).toMatchObject({ state: 'done' });
  });
});

describe('several workers', () => {
  test('publish once', async () => {
    const studio = await scheduled();
    const tried = await Promise.all(Array.from({ length: 4 }, () => publishDue()));
    expect(tried.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await numbers(studio)).toEqual([1, 2]);
    expect(await mails()).toHaveLength(1);
  });

  test('take over from one that was killed, once its lease has run out', async () => {
    const studio = await scheduled();
    expect(await leasePublication(db, 120)).toMatchObject({ id: studio.id, attempts: 1 });
    expect(await publishDue()).toBe(0);
    await dueNow();
    expect(await publishDue()).toBe(1);
    expect(await row(studio.id)).toMatchObject({ state: 'done', attempts: 2 });
  });

  test('give up one in which a worker is killed every time', async () => {
    const studio = await scheduled();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await leasePublication(db, 120);
      await dueNow();
    }
    expect(await publishDue()).toBe(1);
    expect(await row(studio.id)).toMatchObject({ state: 'failed', attempts: 6 });
    expect(await mails()).toMatchObject([{ body: expect.stringContaining('was stopped each time') }]);
  });

  test('pass over one at which another is at work, although its lease ran out', async () => {
    const studio = await scheduled();
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from publications where id = ${studio.id} for update`);
      await expect(
        perform(
          publishScheduled,
          { publication: studio.id, address: 'http://localhost' },
          {
            db,
            actor: platform,
          },
        ),
      ).rejects.toMatchObject({ name: 'NotFound' });
    });
    expect(await row(studio.id)).toMatchObject({ state: 'waiting' });
  });

  test('wait while somebody publishes the course by hand', async () => {
    const studio = await scheduled();
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`publish:${studio.slug}`}, 0))`);
      await publishDue();
    });
    expect(await row(studio.id)).toMatchObject({
      state: 'waiting',
      error: 'Somebody else was publishing the course.',
    });
    await dueNow();
    await publishDue();
    expect(await row(studio.id)).toMatchObject({ state: 'done', error: null });
  });
});

test.each(['student', 'instructor', 'admin'] as const)('the job is not for people: %s', async (role) => {
  const studio = await scheduled();
  const actor = await makeUser(db, { role });
  const input = { publication: studio.id, address: 'http://localhost' };
  const given = { publication: studio.id };
  for (const attempt of [
    () => perform(publishScheduled, input, { db, actor }),
    () => perform(giveUpPublication, { ...input, why: 'x' }, { db, actor }),
    () => perform(checkScheduled, given, { db, actor }),
  ])
    await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
  expect(await row(studio.id)).toMatchObject({ state: 'waiting' });
});

describe('the worker in the background', () => {
  test('publishes what becomes due while it runs, removes old imports, and stops when told', async () => {
    const studio = await scheduled();
    const [course] = await db.select().from(courses).where(eq(courses.id, studio.courseId));
    const old = {
      courseId: course?.id ?? null,
      createdBy: studio.owner.userId,
      name: 'old',
      texts: {},
      report: [],
    };
    await db.insert(courseImports).values([
      { ...old, createdAt: new Date(Date.now() - 25 * 3_600_000) },
      { ...old, name: 'new' },
    ]);
    const stop = startJobWorker(20);
    await vi.waitUntil(async () => (await row(studio.id))?.state === 'done', { timeout: 5_000 });
    await stop();
    expect((await db.select().from(courseImports)).map(({ name }) => name)).toEqual(['new']);
    const later = await scheduled();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await row(later.id)).toMatchObject({ state: 'waiting' });
  });
});

import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, publications } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, writtenCourse } from '@/test/editions';
import { makeUser } from '@/test/factories';
import { cancelPublication } from './cancel-publication';
import { listEditions } from './list-editions';
import { schedulePublication } from './schedule-publication';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

type Studio = Awaited<ReturnType<typeof makeStudio>>;
const now = new Date('2026-10-01T12:00:00Z');

async function input({ slug, review }: Studio, changes: Record<string, unknown> = {}) {
  const { reviewed, current } = await review();
  const date = { date: '2026-12-01', time: '09:00', note: 'In winter.', moves: 'untouched' as const };
  return { course: slug, reviewed, against: current?.number ?? 0, ...date, ...changes };
}
const schedule = async (studio: Studio, changes: Record<string, unknown> = {}, actor = studio.owner) =>
  perform(schedulePublication, await input(studio, changes), { db, actor, now });
const stored = ({ courseId }: Studio) =>
  db.select().from(publications).where(eq(publications.courseId, courseId));

describe('a publication for later', () => {
  test('keeps what was reviewed, whatever becomes of the draft', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    await db.execute(sql`update courses set zone = 'Asia/Shanghai' where id = ${studio.courseId}`);
    const output = await schedule(studio);
    expect(output).toMatchObject({
      ok: true,
      dueAt: new Date('2026-12-01T01:00:00Z'),
      zone: 'Asia/Shanghai',
    });
    await studio.write({ one: ['a', 'b'] });
    const [row] = await stored(studio);
    expect(row).toMatchObject({
      state: 'waiting',
      dueAt: new Date('2026-12-01T01:00:00Z'),
      dueZone: 'Asia/Shanghai',
      note: 'In winter.',
      moves: 'untouched',
      createdBy: studio.owner.userId,
      nextAttemptAt: new Date('2026-12-01T01:00:00Z'),
    });
    expect(new Map(Object.entries(row?.texts ?? {}))).toEqual(writtenCourse(studio.slug, { one: ['a'] }));
    const { publication } = await perform(listEditions, { course: studio.slug }, { db, actor: studio.owner });
    expect(publication).toMatchObject({ id: row?.id, createdBy: studio.owner.name, state: 'waiting' });
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${studio.slug}`));
    expect(entry).toMatchObject({ action: 'schedule-publication', detail: { publication: row?.id } });
  });

  test('is one for a course: another waits for it to be cancelled, and so does publishing now', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    await schedule(studio);
    await expect(schedule(studio)).rejects.toMatchObject({ code: 'publication-waiting' });
    await expect(studio.publish()).rejects.toMatchObject({ code: 'publication-waiting' });
    const [row] = await stored(studio);
    const cancel = { course: studio.slug, publication: row?.id ?? '' };
    await perform(cancelPublication, cancel, { db, actor: studio.owner });
    expect(await stored(studio)).toMatchObject([{ state: 'cancelled', finishedAt: expect.any(Date) }]);
    await expect(perform(cancelPublication, cancel, { db, actor: studio.owner })).rejects.toMatchObject({
      code: 'publication-over',
    });
    expect(await schedule(studio)).toMatchObject({ ok: true });
    expect((await stored(studio)).map(({ state }) => state).sort()).toEqual(['cancelled', 'waiting']);
  });

  test('asked for five times at once is one', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const given = await input(studio);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => perform(schedulePublication, given, { db, actor: studio.owner, now })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored(studio)).toHaveLength(1);
  });

  test('of a draft with mistakes is refused with the list', async () => {
    const studio = await makeStudio(db, {});
    expect(await schedule(studio)).toMatchObject({ ok: false, code: 'problems-open', problems: [{}] });
    expect(await stored(studio)).toEqual([]);
  });

  test('of a draft that changed since it was reviewed is refused', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    await expect(schedule(studio, { reviewed: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test.each([
    [{ date: '2026-10-01', time: '12:00' }, 'date'],
    [{ date: '2020-01-01' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ date: '' }, 'date'],
    [{ date: '01.12.2026' }, 'date'],
    [{ time: '24:00' }, 'time'],
    [{ time: '9:00' }, 'time'],
    [{ time: '' }, 'time'],
    [{ moves: 'some' }, 'moves'],
  ])('with %j is invalid', async (changes, field) => {
    const studio = await makeStudio(db, { one: ['a'] });
    await expect(schedule(studio, changes)).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: { [field]: expect.any(String) },
    });
    expect(await stored(studio)).toEqual([]);
  });

  test('in the night when the clocks go forward is told a time that exists', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    await db.execute(sql`update courses set zone = 'Europe/Berlin' where id = ${studio.courseId}`);
    await expect(schedule(studio, { date: '2027-03-28', time: '02:30' })).rejects.toMatchObject({
      fields: { time: expect.stringContaining('Choose 03:30') },
    });
    // When they go back, the first of two.
    expect(await schedule(studio, { date: '2026-10-25', time: '02:30' })).toMatchObject({
      dueAt: new Date('2026-10-25T00:30:00Z'),
    });
  });

  test('is for those who may publish, and is cancelled by them alone', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const strangers = [
      await studio.staff('grader'),
      (await makeStudio(db, { one: ['a'] })).owner,
      await makeUser(db),
    ];
    for (const actor of strangers)
      await expect(schedule(studio, {}, actor)).rejects.toMatchObject({ name: 'NotFound' });
    await schedule(studio);
    const [row] = await stored(studio);
    const cancel = { course: studio.slug, publication: row?.id ?? '' };
    for (const actor of strangers)
      await expect(perform(cancelPublication, cancel, { db, actor })).rejects.toMatchObject({
        name: 'NotFound',
      });
    // Nor through another course, where somebody may.
    const other = await makeStudio(db, { one: ['a'] });
    const elsewhere = { course: other.slug, publication: row?.id ?? '' };
    await expect(perform(cancelPublication, elsewhere, { db, actor: other.owner })).rejects.toMatchObject({
      code: 'publication-over',
    });
    expect((await stored(studio))[0]?.state).toBe('waiting');
    await perform(cancelPublication, cancel, { db, actor: await studio.staff('editor') });
    expect((await stored(studio))[0]?.state).toBe('cancelled');
  });
});

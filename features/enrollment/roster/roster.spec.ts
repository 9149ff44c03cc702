import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setProven } from '@/db/queries/sessions';
import {
  auditLog,
  batchItems,
  cohorts,
  courseStaff,
  courses,
  enrollmentBatches,
  enrollments,
  users,
} from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { type AnyOperation, NotFound, perform } from '@/server/operation';
import { learn, view } from '@/test/cohort';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { carryOut, standing } from '@/test/rosters';
import { undoBatch } from '../batches/undo-batch';
import { changeEnrollment } from './change-enrollment';
import { exportRoster } from './export-roster';
import { getEnrollment } from './get-enrollment';
import { listEnrollments } from './list-enrollments';
import { listRoster } from './list-roster';
import { previewBulkChange } from './preview-bulk-change';
import { readRosterPart } from './read-roster-part';
import { startBulkChange } from './start-bulk-change';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const as = (actor: Actor) => ({ db: base.db, actor });
async function staffOf(courseId: string, role: CourseRole): Promise<Actor> {
  const actor = await makeUser(base.db, { role: 'instructor' });
  await base.db.insert(courseStaff).values({ courseId, userId: actor.userId, role });
  return actor;
}
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeEach(async () => {
  course = await makeCourse(base.db);
  owner = await staffOf(course.courseId, 'owner');
});

const day = 86_400_000;
const address = 'https://school.example';
const now = Date.now();
async function person(name: string, values: Partial<typeof enrollments.$inferInsert> = {}) {
  const actor = await makeUser(base.db, { name });
  const id = await makeEnrollment(base.db, actor, course);
  if (Object.keys(values).length > 0)
    await base.db.update(enrollments).set(values).where(eq(enrollments.id, id));
  return { ...actor, enrollment: id };
}
const listed = (query = '', actor = owner) => perform(listRoster, { course: course.slug, query }, as(actor));
const names = async (query: string, actor = owner) =>
  (await listed(query, actor)).rows.map(({ name }) => name);

describe('the filters of a roster', () => {
  test('the state is the one that counts now', async () => {
    await person('Ada');
    await person('Over', { endsAt: new Date(now - day), endsZone: 'UTC' });
    await person('Ended', { state: 'expired' });
    await person('Gone', { state: 'withdrawn' });
    expect(await names('state=active')).toEqual(['Ada']);
    expect(await names('state=expired')).toEqual(['Ended', 'Over']);
    expect(await names('state=withdrawn')).toEqual(['Gone']);
    expect(await names('state=nonsense')).toHaveLength(4);
  });

  test('a search looks in names and addresses, whatever the case', async () => {
    const ada = await person('Émilie 100%_sure');
    await person('Bob');
    for (const search of ['émilie', 'MILIE 1', '100%_s', ada.email.slice(0, 6)])
      expect(await names(new URLSearchParams({ search }).toString())).toEqual(['Émilie 100%_sure']);
    expect(await names('search=100%25ure')).toEqual([]);
    expect(await names('search=%00%27')).toEqual([]);
  });

  test('cohort, source, activity and progress', async () => {
    const [cohort] = await base.db
      .insert(cohorts)
      .values({ courseId: course.courseId, name: 'Spring' })
      .returning({ id: cohorts.id });
    await person('In', { cohortId: cohort?.id, source: 'sis', lastActiveAt: new Date(now - 2 * day) });
    const half = await person('Half', { lastActiveAt: new Date(now - 20 * day) });
    await learn(base.db, course, half.enrollment, [view('opening')]);
    await base.db.execute(sql`insert into lesson_progress (enrollment_id, lesson_id, done_blocks)
      values (${half.enrollment}, 'one', '{opening,middle,q-1}')`);
    await person('Never');
    expect(await names(`cohort=${cohort?.id}`)).toEqual(['In']);
    expect(await names('cohort=none')).toEqual(['Half', 'Never']);
    expect(await names('source=sis')).toEqual(['In']);
    expect(await names('source=none')).toEqual(['Half', 'Never']);
    expect(await names('activity=within-7')).toEqual(['In']);
    expect(await names('activity=quiet-7')).toEqual(['Half', 'Never']);
    expect(await names('activity=never')).toEqual(['Never']);
    expect(await names('from=1')).toEqual(['Half']);
    expect(await names('from=50&to=50')).toEqual(['Half']);
    expect(await names('to=49')).toEqual(['In', 'Never']);
    expect((await listed('from=1')).rows).toMatchObject([{ percent: 50, edition: 1 }]);
    expect(await names('sort=progress&dir=down')).toEqual([
      'Half',
      ...(await names('to=0&sort=progress&dir=down')),
    ]);
    expect((await listed()).sources).toEqual(['sis']);
  });
});

test.each(['name', 'active', 'enrolled', 'ends', 'progress'])(
  'sorted by %s, pages hold everybody once, forwards and back',
  async (sort) => {
    const same = new Date(now - day);
    const made = await base.db
      .insert(users)
      .values(
        Array.from({ length: 120 }, (_, i) => ({
          email: `${sort}-${i}@example.org`,
          name: `Same name ${i % 3}`,
          passwordHash: 'none',
        })),
      )
      .returning({ userId: users.id });
    await base.db.insert(enrollments).values(
      made.map(({ userId }, i) => ({
        userId,
        courseId: course.courseId,
        editionId: course.editionId,
        state: 'active' as const,
        lastActiveAt: i % 4 === 0 ? null : new Date(same.getTime() + (i % 7)),
        endsAt: i % 5 === 0 ? null : new Date(now + (i % 6) * day + day),
        endsZone: i % 5 === 0 ? null : 'UTC',
        createdAt: new Date(same.getTime() - (i % 9)),
      })),
    );
    for (const dir of ['up', 'down']) {
      const pages = [await listed(`sort=${sort}&dir=${dir}`)];
      for (let next = pages[0]?.turns.next; next; next = pages.at(-1)?.turns.next)
        pages.push(await listed(next));
      expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
      const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect(new Set(ids).size).toBe(120);
      const back = await listed(pages[2]?.turns.previous ?? '');
      expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(50, 100));
      const first = await listed(back.turns.previous ?? '');
      expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 50));
      expect(first.turns).toMatchObject({ previous: null });
    }
  },
  30_000,
);

describe('who may', () => {
  test('a grader reads names alone and changes nothing', async () => {
    const ada = await person('Ada');
    const grader = await staffOf(course.courseId, 'grader');
    const roster = await listed('', grader);
    expect(roster.rows).toMatchObject([{ name: 'Ada', email: null, externalId: null }]);
    expect(JSON.stringify(roster)).not.toContain(ada.email);
    expect(await names(`search=${ada.email.slice(0, 6)}`, grader)).toEqual([]);
    const found = await perform(
      getEnrollment,
      { course: course.slug, enrollment: ada.enrollment },
      as(grader),
    );
    expect(found).toMatchObject({ email: null, actions: null });
    await refused(grader, ada.enrollment, { reading: true });
  });

  test('instructors of another course, students and the learner themselves find nothing of it', async () => {
    const ada = await person('Ada');
    const other = await makeCourse(base.db);
    for (const actor of [await staffOf(other.courseId, 'owner'), await makeUser(base.db), ada])
      await refused(actor, ada.enrollment, { reading: false });
    const stranger = await staffOf(other.courseId, 'owner');
    const across = { course: other.slug, enrollment: ada.enrollment };
    await expect(perform(getEnrollment, across, as(stranger))).rejects.toBeInstanceOf(NotFound);
  });

  async function refused(actor: Actor, enrollment: string, { reading }: { reading: boolean }) {
    const place = { course: course.slug, query: 'scope=all' };
    const tries: [AnyOperation, object][] = [
      [previewBulkChange, { ...place, action: 'pause' }],
      [previewBulkChange, { ...place, course: null, action: 'pause' }],
      [startBulkChange, { ...place, action: 'pause', total: 1, will: 1 }],
      [startBulkChange, { ...place, course: '', action: 'pause', total: 1, will: 1 }],
      [changeEnrollment, { course: course.slug, enrollment, action: 'pause', version: 1, address }],
      [exportRoster, place],
      [readRosterPart, { ...place, limit: 10 }],
      [listEnrollments, { query: '' }],
      ...(reading
        ? []
        : ([
            [listRoster, place],
            [getEnrollment, { course: course.slug, enrollment }],
          ] as [AnyOperation, object][])),
    ];
    for (const [op, input] of tries)
      await expect(perform(op, input, as(actor)), op.name).rejects.toBeInstanceOf(NotFound);
    expect(await base.db.select().from(enrollmentBatches)).toEqual(batchesBefore);
  }
  let batchesBefore: unknown[];
  beforeEach(async () => {
    batchesBefore = await base.db.select().from(enrollmentBatches);
  });
});

describe('changing many', () => {
  const place = (query: string) => ({ course: course.slug, query });
  const previewed = (query: string, change: object) =>
    perform(previewBulkChange, { ...place(query), ...change } as never, as(owner));
  const started = (query: string, change: object) =>
    perform(startBulkChange, { ...place(query), ...change } as never, as(owner));

  test('a preview says how many will and who will not, and writes nothing', async () => {
    await person('Ada');
    await person('Bob');
    await person('Gone', { state: 'withdrawn' });
    const { total, actions, preview } = await previewed('scope=all', { action: 'pause' });
    expect(total).toBe(3);
    expect(preview).toMatchObject({
      will: 2,
      waiting: 0,
      refused: [{ code: 'not-from-this-state', people: 1 }],
      refusedPeople: [{ name: 'Gone', refusal: 'not-from-this-state' }],
      movedPeople: [{ name: 'Ada' }, { name: 'Bob' }],
    });
    const resume = actions.find(({ action }) => action === 'resume');
    expect(resume).toMatchObject({ people: 0, otherwise: 'Only paused learners can be resumed.' });
    expect(await base.db.select().from(batchItems)).toEqual([]);
  });

  test('all that match are chosen by the filter, not by what the page shows', async () => {
    for (let i = 0; i < 60; i += 1) await person(`Many ${i}`);
    const out = await person('Out', { state: 'paused' });
    const { preview } = await previewed('state=active&scope=all', { action: 'withdraw' });
    expect(preview?.will).toBe(60);
    const { batchId } = await started('state=active&scope=all', {
      action: 'withdraw',
      total: 60,
      will: 60,
      reason: 'The term is over.',
    });
    const items = await base.db.select().from(batchItems).where(eq(batchItems.batchId, batchId));
    expect(items).toHaveLength(60);
    expect(items.map(({ userId }) => userId)).not.toContain(out.userId);
    expect(new Set(items.map(({ position }) => position)).size).toBe(60);
    expect(items[0]?.move).toEqual({ action: 'withdraw', reason: 'The term is over.' });
    const [batch] = await base.db.select().from(enrollmentBatches).where(eq(enrollmentBatches.id, batchId));
    expect(batch).toMatchObject({ kind: 'bulk', state: 'waiting', total: 60, title: 'Withdraw: 60 people' });
    const audit = await base.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `batch:${batchId}`));
    expect(audit).toMatchObject([
      { action: 'start-bulk-change', detail: { action: 'withdraw', people: 60 } },
    ]);
  });

  test('ticked rows of another course are nobody', async () => {
    const other = await makeCourse(base.db);
    const foreign = await makeEnrollment(base.db, await makeUser(base.db), other);
    const ada = await person('Ada');
    const { total } = await previewed(`id=${foreign}&id=${ada.enrollment}`, { action: 'pause' });
    expect(total).toBe(1);
  });

  test('what has changed since the preview is previewed again', async () => {
    await person('Ada');
    await person('Bob');
    await expect(started('scope=all', { action: 'pause', total: 1, will: 1 })).rejects.toMatchObject({
      code: 'preview-again',
    });
    await expect(started('scope=all', { action: 'pause', total: 2, will: 1 })).rejects.toMatchObject({
      code: 'preview-again',
    });
    await expect(started('scope=all', { action: 'resume', total: 2, will: 0 })).rejects.toMatchObject({
      code: 'not-from-this-state',
    });
    await expect(started('scope=all', { action: 'remove', total: 2, will: 2 })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });

  test('a preview says who would wait for a seat, and whom a full course refuses', async () => {
    await base.db.update(courses).set({ seats: 2 }).where(eq(courses.id, course.courseId));
    for (const name of ['A', 'B', 'C']) await person(name, { state: 'withdrawn' });
    const full = await previewed('scope=all', { action: 'reinstate' });
    expect(full.preview).toMatchObject({
      will: 2,
      waiting: 0,
      refused: [{ code: 'course-full', people: 1 }],
    });
    await base.db.update(courses).set({ waitlist: true }).where(eq(courses.id, course.courseId));
    const waiting = await previewed('scope=all', { action: 'reinstate' });
    expect(waiting.preview).toMatchObject({ will: 3, waiting: 1, refused: [] });
  });

  test('an end is the last minute of a day by the clocks of the course; of a cohort by its own', async () => {
    await base.db.update(courses).set({ zone: 'Asia/Shanghai' }).where(eq(courses.id, course.courseId));
    const [cohort] = await base.db
      .insert(cohorts)
      .values({ courseId: course.courseId, name: 'Far', zone: 'America/New_York' })
      .returning({ id: cohorts.id });
    await person('Ada');
    await person('Bob', { cohortId: cohort?.id });
    const change = { action: 'change', ending: 'at', date: '2099-12-04' };
    expect((await previewed('scope=all', { ...change, date: '' })).problems).toEqual({
      date: 'Choose the last day.',
    });
    expect((await previewed('scope=all', { ...change, date: '2020-01-01' })).problems.date).toMatch(/past/);
    expect((await previewed('scope=all', change)).preview?.will).toBe(2);
    const { batchId } = await started('scope=all', { ...change, total: 2, will: 2 });
    const items = await base.db.select().from(batchItems).where(eq(batchItems.batchId, batchId));
    expect(
      items.map(({ move }) => move.ends).sort((a, b) => (a?.zone ?? '').localeCompare(b?.zone ?? '')),
    ).toEqual([
      { at: '2099-12-05T04:59:00.000Z', zone: 'America/New_York' },
      { at: '2099-12-04T15:59:00.000Z', zone: 'Asia/Shanghai' },
    ]);
    const none = await started('scope=all', {
      action: 'change',
      ending: 'none',
      to: cohort?.id,
      total: 2,
      will: 2,
    });
    const cleared = await base.db.select().from(batchItems).where(eq(batchItems.batchId, none.batchId));
    expect(cleared.map(({ move }) => move)).toEqual(
      Array(2).fill({ action: 'change', cohortId: cohort?.id, reason: '', ends: null }),
    );
  });

  test('time is made longer for each by what they have; undoing the batch gives everybody back what they had', async () => {
    await base.db
      .update(courses)
      .set({ zone: 'Asia/Shanghai', endsAt: new Date('2099-06-01T15:59:00Z') })
      .where(eq(courses.id, course.courseId));
    const own = new Date('2099-03-20T22:59:00Z');
    const ada = await person('Ada', { endsAt: own, endsZone: 'Europe/Berlin' });
    const bob = await person('Bob');
    const gone = await person('Gone', { state: 'withdrawn' });
    const change = { action: 'change', ending: 'by', days: '14' };
    for (const days of ['', '0', '366'])
      expect((await previewed('scope=all', { ...change, days })).problems).toEqual({
        days: 'Give a whole number of days from 1 to 365.',
      });
    await expect(started('scope=all', { ...change, days: '0', total: 3, will: 2 })).rejects.toMatchObject({
      fields: { days: expect.any(String) },
    });
    expect((await previewed('scope=all', change)).preview).toMatchObject({
      will: 2,
      refused: [{ code: 'not-from-this-state', people: 1 }],
    });
    const { batchId } = await started('scope=all', { ...change, total: 3, will: 2 });
    await carryOut(base.db, batchId);
    const ends = async () => {
      const rows = await standing(base.db, course.courseId);
      return [ada, bob, gone].map(({ userId }) => rows.get(userId)?.endsAt?.toISOString() ?? null);
    };
    expect(await ends()).toEqual(['2099-04-03T21:59:00.000Z', '2099-06-15T15:59:00.000Z', null]);
    const undo = await perform(undoBatch, { batch: batchId }, as(owner));
    await carryOut(base.db, undo.id);
    expect(await ends()).toEqual([own.toISOString(), null, null]);
  });

  test('whose time has no end cannot get a longer one, and the preview says so', async () => {
    await person('Ada');
    await person('Bob', { endsAt: new Date(now + day), endsZone: 'UTC' });
    const change = { action: 'change', ending: 'by', days: '7' };
    expect((await previewed('scope=all', change)).preview).toMatchObject({
      will: 1,
      refused: [{ code: 'no-end-to-extend', people: 1 }],
      refusedPeople: [{ name: 'Ada', refusal: 'no-end-to-extend' }],
    });
  });

  test('whoever waits longest is first in a batch', async () => {
    const late = await person('Late', { state: 'waitlisted', waitlistedAt: new Date(now - day) });
    const early = await person('Early', { state: 'waitlisted', waitlistedAt: new Date(now - 2 * day) });
    const { batchId } = await started('scope=all', { action: 'offer', total: 2, will: 2 });
    const items = await base.db
      .select()
      .from(batchItems)
      .where(eq(batchItems.batchId, batchId))
      .orderBy(batchItems.position);
    expect(items.map(({ userId }) => userId)).toEqual([early.userId, late.userId]);
  });

  test('an administrator changes enrollments of several courses at once', async () => {
    const ada = await person('Ada');
    const other = await makeCourse(base.db);
    const elsewhere = await makeEnrollment(base.db, await makeUser(base.db), other);
    const admin = await makeUser(base.db, { role: 'admin' });
    const query = `id=${ada.enrollment}&id=${elsewhere}`;
    const { preview } = await perform(previewBulkChange, { course: null, query, action: 'pause' }, as(admin));
    expect(preview).toMatchObject({ will: 2 });
    const { batchId } = await perform(
      startBulkChange,
      { course: '', query, action: 'pause', total: '2', will: '2' } as never,
      as(admin),
    );
    const [batch] = await base.db.select().from(enrollmentBatches).where(eq(enrollmentBatches.id, batchId));
    expect(batch).toMatchObject({ courseId: null, total: 2 });
    const site = await perform(listEnrollments, { query: `course=${other.slug}` }, as(admin));
    expect(site.rows).toMatchObject([
      { id: elsewhere, course: other.slug, courseTitle: `Course ${other.slug}` },
    ]);
  });
});

describe('one enrollment', () => {
  test('is changed, with its history, if nobody else changed it meanwhile', async () => {
    const ada = await person('Ada');
    const where = { course: course.slug, enrollment: ada.enrollment };
    const change = (values: object) =>
      perform(changeEnrollment, { ...where, address, version: 1, ...values } as never, as(owner));
    await expect(change({ action: 'remove' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    await expect(change({ action: 'resume' })).rejects.toMatchObject({ code: 'not-from-this-state' });
    await expect(change({ action: 'change', ending: 'at', date: '2001-01-01' })).rejects.toMatchObject({
      fields: { date: expect.any(String) },
    });
    expect(await change({ action: 'pause', reason: 'On leave.' })).toMatchObject({
      from: 'active',
      to: 'paused',
    });
    await expect(change({ action: 'resume' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const found = await perform(getEnrollment, where, as(owner));
    expect(found).toMatchObject({ state: 'paused', standing: 'paused', version: 2, email: ada.email });
    expect(found.history).toMatchObject([
      {
        done: 'Paused',
        from: 'active',
        to: 'paused',
        by: owner.name,
        reason: 'On leave.',
        byLearner: false,
        batchId: null,
      },
    ]);
    expect(await change({ action: 'change', version: 2, ending: 'at', date: '2099-01-01' })).toMatchObject({
      to: 'paused',
    });
    const [row] = await base.db.select().from(enrollments).where(eq(enrollments.id, ada.enrollment));
    expect(row).toMatchObject({ endsAt: new Date('2099-01-01T23:59:00Z'), endsZone: 'UTC' });
  });
});

test('an export is every row that matches, in parts, and is in the audit log with its filter', async () => {
  for (let i = 0; i < 7; i += 1) await person(`Part ${i}`);
  await person('Out', { state: 'removed' });
  const query = 'state=active&column=state&after=x';
  await expect(perform(exportRoster, { course: course.slug, query }, as(owner))).rejects.toMatchObject({
    code: 'password-again',
  });
  await setProven(base.db, owner.sessionId);
  expect(await perform(exportRoster, { course: course.slug, query }, as(owner))).toEqual({
    name: `${course.slug}-people`,
    columns: ['state'],
  });
  const [entry] = await base.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${course.slug}`))
    .orderBy(sql`id desc`);
  expect(entry).toMatchObject({ action: 'export-roster', detail: { filter: 'state=active&column=state' } });
  const read: string[] = [];
  for (let after = ''; ; ) {
    const part = await perform(
      readRosterPart,
      { course: course.slug, query: `state=active&after=${encodeURIComponent(after)}`, limit: 3 },
      as(owner),
    );
    read.push(...part.map(({ name }) => name));
    if (part.length < 3) break;
    after = part.at(-1)?.place ?? '';
  }
  expect(read).toEqual(Array.from({ length: 7 }, (_, i) => `Part ${i}`));
});

test('the queries of a page are as many for a hundred rows as for one', async () => {
  const count = async () => {
    let queries = 0;
    const counting = new Proxy(base.db, {
      get: (target, name, receiver) => {
        const value = Reflect.get(target, name, receiver);
        if (['select', 'selectDistinct', 'execute'].includes(String(name))) queries += 1;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await perform(listRoster, { course: course.slug, query: 'search=o' }, { db: counting, actor: owner });
    return queries;
  };
  await person('One');
  const one = await count();
  for (let i = 0; i < 99; i += 1) await person(`One more ${i}`);
  expect(await count()).toBe(one);
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import { recordAudit } from '@/db/queries/audit';
import { cohorts } from '@/db/schema';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { searchAudit } from './search-audit';

let base: Awaited<ReturnType<typeof testDatabase>>;
let admin: Awaited<ReturnType<typeof makeUser>>;
let lin: Awaited<ReturnType<typeof makeUser>>;
let ida: Awaited<ReturnType<typeof makeUser>>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let enrollmentId: string;

beforeAll(async () => {
  base = await testDatabase();
  admin = await makeUser(base.db, { role: 'admin', name: 'Ada Admin' });
  lin = await makeUser(base.db, { name: 'Lin Learner' });
  ida = await makeUser(base.db, { role: 'instructor', name: 'Ida Instructor' });
  course = await makeCourse(base.db, { slug: 'of-the-audit' });
  enrollmentId = await makeEnrollment(base.db, lin, course);
  await deed(null, 'register', `user:${lin.userId}`, { outcome: 'registered' });
  await deed(lin.userId, 'enroll', `enrollment:${enrollmentId}`, { course: course.slug });
  await deed(ida.userId, 'save-draft-file', 'course:of-the-audit', { file: 'lesson.md' });
  await deed(ida.userId, 'confirm-passages', `course:${course.courseId}`, { passages: [1, 2] });
  await deed(admin.userId, 'set-role', `user:${lin.userId}`, { from: 'student', to: 'staff' });
  await deed(admin.userId, 'change-name', `user:${admin.userId}`);
  await deed(admin.userId, 'undo-batch', 'batch:0a1b2c3d-0000-4000-8000-000000000000');
  const [cohort] = await base.db
    .insert(cohorts)
    .values({ courseId: course.courseId, name: 'Spring' })
    .returning();
  await deed(ida.userId, 'create-cohort', `cohort:${cohort?.id}`);
  await deed(null, 'request-password-reset', 'user:unknown');
});
afterAll(() => base.close());

const deed = (actorId: string | null, action: string, object: string, detail = {}) =>
  recordAudit(base.db, { actorId, action, object, detail });
const all = { person: '', object: '', action: '', from: null, to: null, before: null };
const search = (input: Partial<z.input<typeof searchAudit.input>> = {}, actor = admin) =>
  perform(searchAudit, { ...all, ...input }, { db: base.db, actor });
const said = async (input: Partial<z.input<typeof searchAudit.input>> = {}) =>
  (await search(input)).entries
    .filter(({ action }) => action !== 'publish-edition')
    .map(({ doer, before, on, after }) => [doer.label, before, on?.label].filter(Boolean).join(' ') + after);

test('every entry reads as a sentence, newest first', async () => {
  expect(await said()).toEqual([
    'Somebody asked for a new password for an address without an account',
    'Ida Instructor made the cohort Spring of of-the-audit',
    'Ada Admin undid the batch 0a1b2c3d',
    'Ada Admin changed their name',
    'Ada Admin changed the role of Lin Learner from student to staff',
    'Ida Instructor confirmed passages of the course of-the-audit',
    'Ida Instructor changed lesson.md in the course of-the-audit',
    'Lin Learner enrolled: Lin Learner in of-the-audit',
    'Lin Learner registered',
  ]);
});

test('it leads to the people and the things it speaks of, and keeps what was noted with it', async () => {
  const { entries } = await search({ action: 'set-role' });
  expect(entries).toMatchObject([
    {
      doer: { href: `/admin/people/${admin.userId}` },
      on: { href: `/admin/people/${lin.userId}` },
      detail: [
        { name: 'from', value: 'student' },
        { name: 'to', value: 'staff' },
      ],
    },
  ]);
  expect((await search({ action: 'confirm-passages' })).entries).toMatchObject([
    { on: { href: '/teach/of-the-audit' }, detail: [{ name: 'passages', value: '[1,2]' }] },
  ]);
});

test('by person: what they did and what was done to them, their enrollments too', async () => {
  const ofLin = [
    'Ada Admin changed the role of Lin Learner from student to staff',
    'Lin Learner enrolled: Lin Learner in of-the-audit',
    'Lin Learner registered',
  ];
  for (const person of ['lin learner', 'Lin L', lin.email, lin.email.toUpperCase()])
    expect(await said({ person })).toEqual(ofLin);
  expect(await said({ person: 'nobody of this name' })).toEqual([]);
  expect(await said({ person: '%' })).toEqual([]);
  expect(await said({ person: "' or 1=1 --\u0000" })).toEqual([]);
});

test('by object: a course by its address whichever way it was noted, and any other thing', async () => {
  const ofCourse = [
    'Ida Instructor confirmed passages of the course of-the-audit',
    'Ida Instructor changed lesson.md in the course of-the-audit',
  ];
  expect(await said({ object: 'course:of-the-audit' })).toEqual(ofCourse);
  expect(await said({ object: 'of-the-audit' })).toEqual(ofCourse);
  expect(await said({ object: `user:${lin.userId}`, person: 'Ada' })).toHaveLength(1);
  expect(await said({ object: 'course:nothing' })).toEqual([]);
});

test('by time: whole days, the last one too', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  expect(await said({ from: today, to: today })).toHaveLength(9);
  expect(await said({ from: tomorrow })).toEqual([]);
  expect(await said({ to: '2020-01-01' })).toEqual([]);
  await expect(search({ from: '2026-02-30' })).rejects.toMatchObject({ name: 'InvalidInput' });
});

test('a page goes on where the last one ended, whatever was added meanwhile', async () => {
  for (let i = 0; i < 120; i += 1) await deed(ida.userId, 'sign-in', `user:${ida.userId}`, { i });
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const page = await search({ person: ida.email, before });
    await deed(ida.userId, 'sign-out', `user:${ida.userId}`);
    seen.push(...page.entries.map(({ id }) => id));
    before = page.older;
  } while (before !== null);
  expect(seen).toHaveLength(123);
  expect(new Set(seen).size).toBe(123);
  expect([...seen].sort((a, b) => b - a)).toEqual(seen);
});

test('no number of entries takes more queries', async () => {
  let queries = 0;
  const counting = new Proxy(base.db, {
    get(target, name, receiver) {
      if (name === 'select' || name === 'execute') queries += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const used = async (input: object) => {
    queries = 0;
    await perform(searchAudit, { ...all, ...input }, { db: counting, actor: admin });
    return queries;
  };
  expect(await used({ person: ida.email })).toBeLessThanOrEqual((await used({ person: lin.email })) + 1);
  expect(await used({})).toBeLessThanOrEqual(9);
});

test('a name that many share is said to be too many', async () => {
  for (let i = 0; i < 21; i += 1) await makeUser(base.db, { name: `Many ${i}` });
  expect((await search({ person: 'Many' })).tooMany).toBe(true);
  expect((await search({ person: 'Many 7' })).tooMany).toBe(false);
});

test('the state of the chain is shown, also when it is broken', async () => {
  expect((await search()).chain).toMatchObject({ head: { seq: expect.any(Number) }, problem: null });
  const { chain } = await search();
  await base.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update audit_log set object = 'user:x' where seq = ${(chain.head?.seq ?? 0) - 3}`);
  });
  expect((await search()).chain.problem).toMatch(/^Entry \d+ was altered/);
});

test('it does not exist for anybody but administrators', async () => {
  const staff = await makeUser(base.db, { role: 'staff' });
  for (const actor of [lin, ida, staff]) await expect(search({}, actor)).rejects.toBeInstanceOf(NotFound);
});

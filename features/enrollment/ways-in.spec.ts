import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, cohorts, enrollments, rateLimits } from '@/db/schema';
import { getCourse } from '@/features/catalog/get-course';
import { listMyLearning } from '@/features/learning/list-my-learning';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { makeCohort, setTerms } from '@/test/ways-in';
import { enroll } from './enroll';
import { withdraw } from './withdraw';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  await db.delete(rateLimits);
  course = await makeCourse(db);
});

const come = (actor: Actor, more: { key?: string; cohort?: string; reason?: string } = {}) =>
  perform(enroll, { slug: course.slug, ...more }, { db, actor });
const see = (actor: Actor | null) => perform(getCourse, { slug: course.slug }, { db, actor });
const mine = async (actor: Actor) => (await perform(listMyLearning, {}, { db, actor })).courses;

test('by key: who has it enrolls, who has not is told, and tries are counted', async () => {
  await setTerms(db, course.courseId, { enrollmentPolicy: 'key', enrollmentKey: 'Ünlock-77' });
  const actor = await makeUser(db);
  expect((await see(actor)).choices).toMatchObject([{ action: 'enroll', needsKey: true }]);
  expect(JSON.stringify(await see(actor))).not.toContain('nlock-77');
  await expect(come(actor)).rejects.toMatchObject({ fields: { key: expect.any(String) } });
  expect((await come(actor, { key: 'unlock-77' })).outcome).toBe('wrong-key');
  for (let tries = 1; tries < 20; tries += 1) await come(actor, { key: 'no' });
  expect((await come(actor, { key: ' Ünlock-77 ' })).outcome).toBe('too-many-tries');
  await db.delete(rateLimits);
  expect((await come(actor, { key: ' U\u0308nlock-77 ' })).outcome).toBe('enrolled');
  const audit = await db.select().from(auditLog).where(eq(auditLog.actorId, actor.userId));
  expect(audit).toHaveLength(1);
});

test('of another domain: refused with the reason the page shows', async () => {
  await setTerms(db, course.courseId, { emailDomains: ['school.example'] });
  const actor = await makeUser(db);
  expect((await see(actor)).choices).toMatchObject([{ refusal: 'other-domain' }]);
  await expect(come(actor)).rejects.toMatchObject({ code: 'other-domain' });
  await setTerms(db, course.courseId, { emailDomains: ['example.org'] });
  expect((await come(actor)).outcome).toBe('enrolled');
});

test('the queue: everybody reads their own place, on the page and under My learning', async () => {
  await setTerms(db, course.courseId, { seats: 1, waitlist: true });
  const [first, second, third] = [await makeUser(db), await makeUser(db), await makeUser(db)];
  await come(first);
  expect((await see(second)).choices[0]?.action).toBe('wait');
  expect((await come(second)).outcome).toBe('waiting');
  expect((await come(third)).outcome).toBe('waiting');
  expect((await see(third)).enroll).toMatchObject({ refusal: 'already-waiting', standing: { place: 2 } });
  expect(await mine(third)).toMatchObject([{ state: 'waitlisted', place: 2, mayLearn: false }]);
  await perform(withdraw, { slug: course.slug }, { db, actor: second });
  expect((await see(third)).enroll.standing?.place).toBe(1);
  // A seat that is freed is not for whoever comes next while somebody waits.
  await perform(withdraw, { slug: course.slug }, { db, actor: first });
  expect((await come(await makeUser(db))).outcome).toBe('waiting');
});

test('a closed course is entered by its cohorts, each by its own terms; queues are apart', async () => {
  await setTerms(db, course.courseId, { enrollmentPolicy: 'closed' });
  const open = await makeCohort(db, course.courseId, { name: 'Open', seats: 1, waitlist: true });
  await makeCohort(db, course.courseId, { name: 'Shut', enrollmentPolicy: 'closed' });
  await makeCohort(db, course.courseId, { name: 'Gone', archivedAt: new Date() });
  await makeCohort(db, course.courseId, { name: 'Over', endsAt: new Date(0) });
  const actor = await makeUser(db);
  const { choices } = await see(actor);
  expect(choices).toMatchObject([{ cohort: { id: open, name: 'Open' }, action: 'enroll' }]);
  expect(choices[0]?.told).toEqual(['1 of 1 seat left.']);
  await expect(come(actor)).rejects.toMatchObject({ code: 'enrollment-closed' });
  expect((await come(actor, { cohort: open })).outcome).toBe('enrolled');
  expect(await mine(actor)).toMatchObject([{ cohort: 'Open', state: 'active' }]);
  const next = await makeUser(db);
  expect((await come(next, { cohort: open })).outcome).toBe('waiting');
  expect((await see(next)).enroll.standing).toMatchObject({ cohort: 'Open', place: 1 });
});

test('the cohort of another course is none of this one', async () => {
  const elsewhere = await makeCohort(db, (await makeCourse(db)).courseId);
  await expect(come(await makeUser(db), { cohort: elsewhere })).rejects.toMatchObject({ name: 'NotFound' });
});

test('where the course has no seat, its cohorts offer none either', async () => {
  await setTerms(db, course.courseId, { seats: 1 });
  const cohort = await makeCohort(db, course.courseId, { seats: 5 });
  await come(await makeUser(db));
  const actor = await makeUser(db);
  expect((await see(actor)).choices.map(({ refusal }) => refusal)).toEqual(['course-full', 'course-full']);
  await expect(come(actor, { cohort })).rejects.toMatchObject({ code: 'course-full' });
  await db.update(cohorts).set({ waitlist: true }).where(eq(cohorts.id, cohort));
  expect((await see(actor)).choices[1]?.action).toBe('wait');
});

test('what is paused, over, not begun, lapsed or declined is said as what it is', async () => {
  const said = async (values: Partial<typeof enrollments.$inferInsert>) => {
    const person = await makeUser(db);
    const id = await makeEnrollment(db, person, course);
    await db.update(enrollments).set(values).where(eq(enrollments.id, id));
    const { enroll: page } = await see(person);
    const [card] = await mine(person);
    return { refusal: page.refusal, standing: page.standing, card };
  };
  const [past, later] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
  expect((await said({ state: 'paused' })).card).toMatchObject({ state: 'paused', mayLearn: false });
  expect((await said({ endsAt: past, endsZone: 'UTC' })).card).toMatchObject({
    state: 'expired',
    until: null,
  });
  const invited = await said({ state: 'invited', offerUntil: later });
  expect(invited).toMatchObject({ refusal: 'invitation-waits', card: { state: 'invited', lapsed: false } });
  expect(invited.card?.until).toContain('(GMT+0)');
  expect(await said({ state: 'invited', offerUntil: past })).toMatchObject({
    standing: { lapsed: true },
    card: { state: 'expired', lapsed: true },
  });
  await setTerms(db, course.courseId, { startsAt: later });
  const early = await said({ state: 'active' });
  expect(early.card).toMatchObject({ state: 'active', mayLearn: false, begins: early.standing?.from });
  expect(early.standing?.from).not.toBeNull();
});

test('the course page asks as often for fifty cohorts as for none, and once more than for the course alone', async () => {
  const actor = await makeUser(db);
  const asked = async () => {
    const statements: string[] = [];
    const spied = new Proxy(db, {
      get(target, name, self) {
        if (name === 'select' || name === 'execute') statements.push(String(name));
        const value = Reflect.get(target, name, self);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await perform(getCourse, { slug: course.slug }, { db: spied, actor });
    return statements.length;
  };
  // What was published is kept in memory once it was read.
  await see(actor);
  const without = await asked();
  for (let n = 0; n < 5; n += 1) await makeCohort(db, course.courseId);
  expect(await asked()).toBe(without);
  // The course with the viewer's enrollment, then at once: the names of its staff, and its cohorts.
  expect(without).toBe(3);
});

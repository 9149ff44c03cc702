import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courseStaff, outbox, rateLimits, users } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { addStaff } from './add-staff';
import { createCourse } from './create-course';
import { getCourseSettings } from './get-course-settings';
import { getStaffMember } from './get-staff-member';
import { removeStaff } from './remove-staff';
import { setStaffRole } from './set-staff-role';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

let ines: Actor;
let omar: Actor;
let course: string;
/** A course that Ines owns alone; Omar is an instructor who has nothing to do with it. */
beforeEach(async () => {
  await db.delete(outbox);
  await db.delete(rateLimits);
  ines = await makeUser(db, { role: 'instructor', name: 'Ines' });
  omar = await makeUser(db, { role: 'instructor', name: 'Omar' });
  ({ slug: course } = await perform(createCourse, { title: 'A course' }, { db, actor: ines }));
});

const address = 'https://school.example';
const add = (email: string, role: string = 'editor', actor: Actor | null = ines) =>
  perform(addStaff, { course, email, role: role as CourseRole, address }, { db, actor });
const setRole = (person: Actor, role: CourseRole, actor: Actor | null = ines) =>
  perform(setStaffRole, { course, userId: person.userId, role }, { db, actor });
const remove = (person: Actor, actor: Actor | null = ines) =>
  perform(removeStaff, { course, userId: person.userId }, { db, actor });
const staff = async (actor: Actor = ines) =>
  (await perform(getCourseSettings, { course }, { db, actor })).staff;
const roles = async () => {
  const rows = await db.select().from(courseStaff);
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]));
};

test('an instructor is added by their address, sees the course from then on, and reads it in a mail', async () => {
  expect(await add(` ${omar.email.toUpperCase()} `)).toEqual({ ok: true, userId: omar.userId });
  expect((await staff()).map(({ name, role }) => [name, role])).toEqual([
    ['Ines', 'owner'],
    ['Omar', 'editor'],
  ]);
  expect(await staff(omar)).toHaveLength(2);
  const [mail] = await db.select().from(outbox);
  expect(mail?.recipient).toBe(omar.email);
  expect(mail?.body).toContain(`${address}/teach/${course}/outline`);
  expect(mail?.body).toContain('As an editor you write the course and publish it.');
  expect(mail?.body).not.toContain('A course');
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${course}`));
  expect(log.at(-1)).toMatchObject({
    action: 'add-staff',
    actorId: ines.userId,
    detail: { person: omar.userId, role: 'editor' },
  });
});

test('who cannot be added gets one answer, whether there is an account or not', async () => {
  const others = [
    'nobody@example.org',
    (await makeUser(db)).email,
    (await makeUser(db, { role: 'instructor', suspended: true })).email,
    (await makeUser(db, { role: 'instructor', confirmed: false })).email,
  ];
  for (const email of others) expect(await add(email)).toEqual({ ok: false, code: 'no-such-instructor' });
  expect(await db.select().from(outbox)).toEqual([]);
  await add(omar.email, 'grader');
  expect(await add(omar.email, 'owner')).toEqual({ ok: false, code: 'already-staff' });
  expect((await roles())[omar.userId]).toBe('grader');
  await expect(add('no address')).rejects.toMatchObject({ fields: { email: expect.any(String) } });
  await expect(add(omar.email, 'king')).rejects.toMatchObject({ fields: { role: expect.any(String) } });
});

test('addresses are not tried one after the other for ever', async () => {
  for (let i = 0; i < 30; i += 1) await add(`nobody-${i}@example.org`);
  expect(await add(omar.email)).toEqual({ ok: false, code: 'too-many-tries' });
});

test('roles change and people go, and owners alone see the addresses', async () => {
  await add(omar.email, 'grader');
  expect((await staff(omar)).every(({ email }) => email === null)).toBe(true);
  expect((await staff()).map(({ email }) => email)).toEqual([ines.email, omar.email]);
  expect(await setRole(omar, 'owner')).toEqual({ changed: true });
  expect(await setRole(omar, 'owner')).toEqual({ changed: false });
  const member = { course, userId: omar.userId };
  expect(await perform(getStaffMember, member, { db, actor: ines })).toMatchObject({
    member: { name: 'Omar', role: 'owner' },
    self: false,
    refusal: null,
  });
  expect(await remove(ines, omar)).toEqual({ slug: course, self: false });
  await expect(staff(ines)).rejects.toMatchObject({ name: 'NotFound' });
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${course}`));
  expect(log.map(({ action }) => action)).toEqual([
    'create-course',
    'add-staff',
    'set-staff-role',
    'remove-staff',
  ]);
});

test('the last owner stays, also against an administrator; one who is suspended does not count', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  await add(omar.email, 'editor');
  for (const actor of [ines, admin]) {
    await expect(remove(ines, actor)).rejects.toMatchObject({ code: 'last-owner' });
    await expect(setRole(ines, 'editor', actor)).rejects.toMatchObject({ code: 'last-owner' });
  }
  await setRole(omar, 'owner', admin);
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, omar.userId));
  await expect(remove(ines)).rejects.toMatchObject({ code: 'last-owner' });
  expect(await perform(getStaffMember, { course, userId: ines.userId }, { db, actor: ines })).toMatchObject({
    self: true,
    refusal: 'last-owner',
  });
  expect(await remove(omar)).toEqual({ slug: course, self: false });
});

test('two owners who remove each other or step down at once leave one', async () => {
  const twice: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    ['remove each other', () => remove(omar, ines), () => remove(ines, omar)],
    ['remove themselves', () => remove(ines, ines), () => remove(omar, omar)],
    ['step down', () => setRole(ines, 'editor', ines), () => setRole(omar, 'grader', omar)],
    ['demote and remove', () => setRole(omar, 'editor', ines), () => remove(ines, omar)],
  ];
  for (const [title, one, other] of twice) {
    for (let round = 0; round < 5; round += 1) {
      ({ slug: course } = await perform(createCourse, { title }, { db, actor: ines }));
      await add(omar.email, 'owner');
      const outcomes = await Promise.allSettled([one(), other()]);
      expect([title, outcomes.filter(({ status }) => status === 'fulfilled').length]).toEqual([title, 1]);
      const [courseRow] = await db.query.courses.findMany({ where: (c, { eq: is }) => is(c.slug, course) });
      const left = await db
        .select()
        .from(courseStaff)
        .where(eq(courseStaff.courseId, courseRow?.id ?? ''));
      expect([title, left.filter(({ role }) => role === 'owner').length]).toEqual([title, 1]);
    }
  }
});

test('editors, graders, other instructors and students do not decide who works on a course', async () => {
  const editor = await makeUser(db, { role: 'instructor' });
  const grader = await makeUser(db, { role: 'instructor' });
  await add(editor.email, 'editor');
  await add(grader.email, 'grader');
  const before = await roles();
  const member = { course, userId: grader.userId };
  for (const actor of [editor, grader, omar, await makeUser(db)]) {
    for (const attempt of [
      () => add(omar.email, 'owner', actor),
      () => add('nobody@example.org', 'owner', actor),
      () => setRole(grader, 'owner', actor),
      () => remove(grader, actor),
      () => perform(getStaffMember, member, { db, actor }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
    }
  }
  await expect(add(omar.email, 'owner', null)).rejects.toMatchObject({ name: 'NotSignedIn' });
  expect(await roles()).toEqual(before);
});

test('somebody of another course is nobody here', async () => {
  const theirs = await perform(createCourse, { title: 'Another' }, { db, actor: omar });
  await expect(remove(omar)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(setRole(omar, 'grader')).rejects.toMatchObject({ name: 'NotFound' });
  await expect(
    perform(removeStaff, { course: theirs.slug, userId: omar.userId }, { db, actor: ines }),
  ).rejects.toMatchObject({ name: 'NotFound' });
});

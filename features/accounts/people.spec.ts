import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enqueueMail } from '@/db/queries/outbox';
import { liveSession, setProven } from '@/db/queries/sessions';
import { users } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { hashSecret } from '@/server/auth/secrets';
import { type AnyOperation, NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { createAdmin } from './create-admin';
import { getMail } from './get-mail';
import { getPerson } from './get-person';
import { listMails } from './list-mails';
import { listPeople } from './list-people';
import { restorePerson } from './restore-person';
import { setRole } from './set-role';
import { signIn } from './sign-in';
import { startViewing } from './start-viewing';
import { suspendPerson } from './suspend-person';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const password = 'the password of the admin';
let admin: Awaited<ReturnType<typeof makeUser>>;
/** One administrator alone, so that who is the last one is plain. */
beforeEach(async () => {
  await base.db.update(users).set({ role: 'student' });
  admin = await makeUser(base.db, { role: 'admin', password });
  await setProven(base.db, admin.sessionId);
});

const as = (actor: Actor) => ({ db: base.db, actor });
const find = (search: string, extra: Record<string, string> = {}) =>
  perform(listPeople, { query: new URLSearchParams({ search, ...extra }).toString() }, as(admin));
const pageOf = (query: string | null) => Object.fromEntries(new URLSearchParams(query ?? ''));
const personOf = async (userId: string) => (await perform(getPerson, { userId }, as(admin))).person;
const change = async (
  person: Actor,
  role: string,
  extra: Record<string, unknown> = {},
  by: Actor = admin,
) => {
  const [row] = await base.db.select().from(users).where(eq(users.id, person.userId));
  return perform(
    setRole,
    { userId: person.userId, role: role as 'admin', version: row?.version ?? 0, ...extra },
    as(by),
  );
};

test('people are found by part of a name or an address, whatever the case', async () => {
  const person = await makeUser(base.db, { name: 'Émilie 100%_sure' });
  for (const search of ['émilie 100', 'MILIE', '100%_s', person.email.slice(0, 8).toUpperCase()]) {
    expect((await find(search)).people.map((one) => one.id)).toEqual([person.userId]);
  }
  expect(await find('%')).toMatchObject({ total: 1 });
  expect(await find('100%ure')).toMatchObject({ total: 0 });
  expect(await find("' or 1=1 --\u0000")).toMatchObject({ total: 0 });
});

test('the list has pages of fifty, a total, and no secrets', async () => {
  for (let i = 0; i < 51; i += 1) await makeUser(base.db, { name: `Crowd ${String(i).padStart(2, '0')}` });
  const first = await find('crowd');
  const second = await find('crowd', pageOf(first.turns.next));
  expect([first.people.length, second.people.length]).toEqual([50, 1]);
  expect(first).toMatchObject({ total: 51, turns: { previous: null } });
  expect(second.turns.next).toBeNull();
  expect(second.people[0]?.name).toBe('Crowd 50');
  const back = await find('crowd', pageOf(second.turns.previous));
  expect(back.people).toEqual(first.people);
  expect(await find('crowd', { role: 'admin' })).toMatchObject({ total: 0 });
  expect(JSON.stringify(first)).not.toContain('assword');
});

test('a role change holds at once, ends the sessions of before and is in the audit log', async () => {
  const person = await makeUser(base.db);
  await change(person, 'instructor');
  expect(await liveSession(base.db, hashSecret(person.sessionToken))).toBeNull();
  const { person: after, entries } = await perform(getPerson, { userId: person.userId }, as(admin));
  expect(after.role).toBe('instructor');
  expect(entries).toMatchObject([
    { action: 'set-role', by: admin.name, detail: { from: 'student', to: 'instructor' } },
  ]);
});

test('a change on top of what somebody else changed is refused', async () => {
  const person = await makeUser(base.db);
  const { version } = await personOf(person.userId);
  await change(person, 'instructor', { version });
  await expect(change(person, 'admin', { version })).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await personOf(person.userId)).role).toBe('instructor');
});

test('the last admin cannot be demoted', async () => {
  await expect(change(admin, 'student')).rejects.toMatchObject({ code: 'last-admin' });
  await expect(perform(suspendPerson, { userId: admin.userId }, as(admin))).rejects.toMatchObject({
    code: 'last-admin',
  });
  expect((await perform(getPerson, { userId: admin.userId }, as(admin))).refusal).toBe('last-admin');
});

test('nobody changes their own role or suspends themselves', async () => {
  await makeUser(base.db, { role: 'admin' });
  await expect(change(admin, 'student')).rejects.toMatchObject({ code: 'not-yourself' });
  await expect(perform(suspendPerson, { userId: admin.userId }, as(admin))).rejects.toMatchObject({
    code: 'not-yourself',
  });
});

test('two admins who demote or suspend each other at once leave one', async () => {
  const other = await makeUser(base.db, { role: 'admin', password });
  await setProven(base.db, other.sessionId);
  await Promise.allSettled([change(other, 'student', {}, admin), change(admin, 'student', {}, other)]);
  const left = await base.db.select().from(users).where(eq(users.role, 'admin'));
  expect(left).toHaveLength(1);
});

test("a suspended person's session ends at once, and restoring does not bring it back", async () => {
  const person = await makeUser(base.db, { password });
  expect(await liveSession(base.db, hashSecret(person.sessionToken))).not.toBeNull();
  await perform(suspendPerson, { userId: person.userId }, as(admin));
  await perform(suspendPerson, { userId: person.userId }, as(admin));
  expect(await liveSession(base.db, hashSecret(person.sessionToken))).toBeNull();
  const input = { email: person.email, password, ip: null, userAgent: '' };
  expect(await perform(signIn, input, { db: base.db, actor: null })).toMatchObject({ ok: false });

  await perform(restorePerson, { userId: person.userId }, as(admin));
  expect(await liveSession(base.db, hashSecret(person.sessionToken))).toBeNull();
  expect(await perform(signIn, input, { db: base.db, actor: null })).toMatchObject({ ok: true });
  const { entries } = await perform(getPerson, { userId: person.userId }, as(admin));
  expect(entries.map((entry) => entry.action)).toEqual(['sign-in', 'restore-person', 'suspend-person']);
});

test('all of this does not exist for students and instructors', async () => {
  const person = await makeUser(base.db);
  await enqueueMail(base.db, { recipient: 'a@school.example', subject: 'Hello', body: 'Text' });
  const [mail] = await perform(listMails, {}, as(admin));
  const userId = person.userId;
  const tries: [AnyOperation, Record<string, unknown>][] = [
    [listPeople, { query: '' }],
    [getPerson, { userId }],
    [setRole, { userId, role: 'admin', version: 1 }],
    [suspendPerson, { userId }],
    [restorePerson, { userId }],
    [listMails, {}],
    [getMail, { mailId: mail?.id }],
    [createAdmin, { email: 'x@school.example', name: 'X', password }],
  ];
  for (const role of ['student', 'instructor'] as const) {
    const actor = await makeUser(base.db, { role, password });
    for (const [op, input] of tries) {
      await expect(perform(op, input, as(actor)), op.name).rejects.toBeInstanceOf(NotFound);
    }
  }
});

test('staff of the site find people and their standing, and nothing of what is for administrators', async () => {
  const person = await makeUser(base.db);
  const actor = await makeUser(base.db, { role: 'staff' });
  await setProven(base.db, actor.sessionId);
  const { userId } = person;
  const seen = await perform(getPerson, { userId }, as(actor));
  expect(seen).toMatchObject({
    person: { id: userId },
    entries: [],
    may: { grantRoles: false, suspend: false, readAudit: false, viewAs: false },
  });
  expect(await perform(listPeople, { query: `search=${person.email}` }, as(actor))).toMatchObject({
    total: 1,
  });
  const tries: [AnyOperation, Record<string, unknown>][] = [
    [setRole, { userId, role: 'staff', version: 1 }],
    [suspendPerson, { userId }],
    [restorePerson, { userId }],
    [startViewing, { userId }],
    [listMails, {}],
  ];
  for (const [op, input] of tries)
    await expect(perform(op, input, as(actor)), op.name).rejects.toBeInstanceOf(NotFound);
});

test('who is made staff is staff on the next request, and who was is not', async () => {
  const person = await makeUser(base.db, { password });
  await change(person, 'staff');
  const sid = await perform(
    signIn,
    { email: person.email, password, ip: null, userAgent: '' },
    { db: base.db, actor: null },
  );
  const role = async () => (await liveSession(base.db, hashSecret(sid.ok ? sid.sid : '')))?.role;
  expect(await role()).toBe('staff');
  // Also where a session outlives the change, it is the row that counts.
  await base.db.update(users).set({ role: 'student' }).where(eq(users.id, person.userId));
  expect(await role()).toBe('student');
});

test('the mailbox lists the newest hundred without their text, which one mail has', async () => {
  const mail = { recipient: 'a@school.example', subject: 'Subject', body: 'SECRET_LINK' };
  for (let i = 0; i < 101; i += 1) await enqueueMail(base.db, { ...mail, subject: `Mail ${i}` });
  const mails = await perform(listMails, {}, as(admin));
  expect(mails).toHaveLength(100);
  expect(JSON.stringify(mails)).not.toContain('SECRET_LINK');
  const newest = mails.find((one) => one.subject === 'Mail 100');
  expect(await perform(getMail, { mailId: newest?.id ?? '' }, as(admin))).toMatchObject({
    body: 'SECRET_LINK',
  });
});

test('the first admin comes from the platform itself, and a known address is promoted by nobody', async () => {
  const platform: Actor = { ...admin, role: 'platform' };
  const input = { email: 'First@School.example', name: 'First', password: 'a walk along the river' };
  const { userId } = await perform(createAdmin, input, as(platform));
  expect(await personOf(userId)).toMatchObject({
    role: 'admin',
    confirmed: true,
    email: 'first@school.example',
  });
  await expect(perform(createAdmin, input, as(platform))).rejects.toMatchObject({
    fields: { email: 'This address has an account already.' },
  });
  const weak = perform(
    createAdmin,
    { ...input, email: 'second@school.example', password: 'short' },
    as(platform),
  );
  await expect(weak).rejects.toMatchObject({ fields: { password: 'Use at least 12 characters.' } });
});

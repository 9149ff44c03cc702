import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { liveSession } from '@/db/queries/sessions';
import { ensurePeople } from '@/db/queries/unclaimed';
import { outbox, users } from '@/db/schema';
import { verifyPassword } from '@/server/auth/passwords';
import { hashSecret } from '@/server/auth/secrets';
import { InvalidInput, perform, Refused } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { changePassword } from './change-password';
import { checkResetLink } from './check-reset-link';
import { requestPasswordReset } from './request-password-reset';
import { resetPassword } from './reset-password';
import { signIn } from './sign-in';

vi.mock('@/server/auth/passwords', { spy: true });

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const address = 'https://learn.example.org';
const old = 'the password of before';
const next = 'the password of after';
const nobody = () => ({ db: base.db, actor: null });
const mailsTo = (email: string) =>
  base.db.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.createdAt));
const ask = (email: string) => perform(requestPasswordReset, { email, ip: null, address }, nobody());
const linkFor = async (email: string) => {
  await ask(email);
  return /token=([\w-]+)/.exec((await mailsTo(email))[0]?.body ?? '')?.[1] ?? '';
};
const lives = async (sessionToken: string) => (await liveSession(base.db, hashSecret(sessionToken))) !== null;
const enter = (email: string, password: string) =>
  perform(signIn, { email, password, ip: null, userAgent: 'spec' }, nobody());

test('a reset link sets a new password, confirms the address and signs out every device', async () => {
  const person = await makeUser(base.db, { password: old, confirmed: false });
  const token = await linkFor(person.email);
  expect(await lives(person.sessionToken)).toBe(true);
  await perform(resetPassword, { token, newPassword: next, address }, nobody());
  expect(await lives(person.sessionToken)).toBe(false);
  expect(await enter(person.email, old)).toMatchObject({ ok: false });
  expect(await enter(person.email, next)).toMatchObject({ ok: true });
  const [row] = await base.db.select().from(users).where(eq(users.id, person.userId));
  expect(row?.emailConfirmedAt).not.toBeNull();
  expect((await mailsTo(person.email))[0]?.subject).toBe('Your password was changed');
});

test('a used reset link does nothing a second time, and neither do the others sent with it', async () => {
  const person = await makeUser(base.db, { password: old });
  const [first, second] = [await linkFor(person.email), await linkFor(person.email)];
  await perform(resetPassword, { token: second, newPassword: next, address }, nobody());
  for (const token of [first, second]) {
    const again = perform(resetPassword, { token, newPassword: 'something else again', address }, nobody());
    await expect(again).rejects.toMatchObject({ code: 'link-expired' });
    expect(await perform(checkResetLink, { token }, nobody())).toBe(false);
  }
  expect(await enter(person.email, next)).toMatchObject({ ok: true });
});

test('a password that is not accepted leaves the link as it was', async () => {
  const person = await makeUser(base.db, { password: old });
  const token = await linkFor(person.email);
  for (const newPassword of ['short', person.email]) {
    const input = { token, newPassword, address };
    await expect(perform(resetPassword, input, nobody())).rejects.toBeInstanceOf(InvalidInput);
  }
  expect(await perform(checkResetLink, { token }, nobody())).toBe(true);
});

test('asking for an unknown address looks the same and mails nobody', async () => {
  const person = await makeUser(base.db, { password: old });
  const known = await ask(person.email);
  const unknown = await ask('unknown@school.example');
  expect(Object.keys(unknown)).toEqual(Object.keys(known));
  expect(unknown.ok).toBe(known.ok);
  expect(await mailsTo('unknown@school.example')).toHaveLength(0);
});

test('asking is answered for an unknown address, as for a known one, when a hash was computed and not before', async () => {
  for (const email of [(await makeUser(base.db)).email, 'stranger@school.example']) {
    let computed = () => {};
    const asked = new Promise<void>((hashing) => {
      vi.mocked(verifyPassword).mockImplementationOnce((stored) => {
        expect(stored).toBeNull();
        hashing();
        return new Promise((done) => {
          computed = () => done(false);
        });
      });
    });
    let answered = false;
    const answer = ask(email).then(() => {
      answered = true;
    });
    await asked;
    // Longer than the writes take beside it.
    await new Promise((done) => setTimeout(done, 300));
    expect(answered).toBe(false);
    computed();
    await answer;
  }
});

test('a fourth reset mail within the hour is not sent', async () => {
  const person = await makeUser(base.db);
  for (let i = 0; i < 3; i += 1) expect(await ask(person.email)).toMatchObject({ ok: true });
  expect(await ask(person.email)).toEqual({ ok: false, code: 'too-many-tries' });
  expect(await mailsTo(person.email)).toHaveLength(3);
});

test('a suspended person gets no link, and one from before does not work', async () => {
  const person = await makeUser(base.db, { password: old });
  const token = await linkFor(person.email);
  await base.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, person.userId));
  expect(await ask(person.email)).toMatchObject({ ok: true });
  expect(await mailsTo(person.email)).toHaveLength(1);
  const reset = perform(resetPassword, { token, newPassword: next, address }, nobody());
  await expect(reset).rejects.toBeInstanceOf(Refused);
});

test('a new password needs the current one and signs out the other devices only', async () => {
  const actor = await makeUser(base.db, { password: old });
  await enter(actor.email, old);
  const other = await enter(actor.email, old);
  const change = (currentPassword: string) =>
    perform(changePassword, { currentPassword, newPassword: next, address }, { db: base.db, actor });
  expect(await change('not the current one')).toEqual({ ok: false, code: 'wrong-password' });
  expect(await lives(other.ok ? other.sid : '')).toBe(true);

  expect(await change(old)).toEqual({ ok: true });
  expect(await lives(other.ok ? other.sid : '')).toBe(false);
  expect(await lives(actor.sessionToken)).toBe(true);
  expect(await enter(actor.email, next)).toMatchObject({ ok: true });
});

test('a new password makes the reset links from before worthless', async () => {
  const actor = await makeUser(base.db, { password: old });
  const token = await linkFor(actor.email);
  const input = { currentPassword: old, newPassword: next, address };
  await perform(changePassword, input, { db: base.db, actor });
  expect(await perform(checkResetLink, { token }, nobody())).toBe(false);
});

test('somebody at an open computer cannot guess the current password for long', async () => {
  const actor = await makeUser(base.db, { password: old });
  const change = (currentPassword: string) =>
    perform(changePassword, { currentPassword, newPassword: next, address }, { db: base.db, actor });
  for (let i = 0; i < 10; i += 1) {
    expect(await change(`guess number ${i}`)).toEqual({ ok: false, code: 'wrong-password' });
  }
  expect(await change(old)).toEqual({ ok: false, code: 'too-many-tries' });
});

test('who sets a password by mail has claimed the account that was prepared for them', async () => {
  const email = 'prepared@school.example';
  await ensurePeople(base.db, [{ email, name: 'Of the list', externalId: null }]);
  const token = await linkFor(email);
  await perform(resetPassword, { token, newPassword: next, address }, nobody());
  const [row] = await base.db.select().from(users).where(eq(users.email, email));
  expect(row?.unclaimedSince).toBeNull();
  expect(await enter(email, next)).toMatchObject({ ok: true });
});

import { desc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePeople } from '@/db/queries/unclaimed';
import { auditLog, mailTokens, outbox, users } from '@/db/schema';
import { claimInvitation } from '@/features/enrollment/invitations/claim-invitation';
import { InvalidInput, perform, Refused } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { confirmEmail } from './confirm-email';
import { mayRegisterFrom, registrationsAnHour } from './limits';
import { register } from './register';
import { resendConfirmation } from './resend-confirmation';
import { signIn } from './sign-in';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

let count = 0;
const address = 'https://learn.example.org';
const password = 'a walk along the river';
const nobody = () => ({ db: base.db, actor: null });
/** Each registration from a place of its own, unless the test is about the place. */
const form = (email: string, extra: Record<string, unknown> = {}) => {
  count += 1;
  return { name: 'New Person', email, password, ip: `192.0.2.${count}`, address, ...extra };
};
const mailsTo = (email: string) =>
  base.db.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.createdAt));
const tokenIn = (body: string): string => /token=([\w-]+)/.exec(body)?.[1] ?? '';
const userOf = async (email: string) => (await base.db.select().from(users).where(eq(users.email, email)))[0];
const fieldsOf = async (work: Promise<unknown>) => {
  const error = await work.catch((caught: unknown) => caught);
  return error instanceof InvalidInput ? error.fields : error;
};

test('a new person gets a mail whose link confirms the address, once', async () => {
  expect(await perform(register, form('New@School.Example'), nobody())).toMatchObject({ ok: true });
  expect(await userOf('new@school.example')).toMatchObject({ role: 'student', emailConfirmedAt: null });
  const [mail] = await mailsTo('new@school.example');
  const token = tokenIn(mail?.body ?? '');
  expect(mail?.body).toContain(`${address}/confirm?token=${token}`);

  await perform(confirmEmail, { token }, nobody());
  expect((await userOf('new@school.example'))?.emailConfirmedAt).not.toBeNull();
});

test('a used link does nothing a second time', async () => {
  await perform(register, form('twice@school.example'), nobody());
  const token = tokenIn((await mailsTo('twice@school.example'))[0]?.body ?? '');
  const both = await Promise.allSettled([
    perform(confirmEmail, { token }, nobody()),
    perform(confirmEmail, { token }, nobody()),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(perform(confirmEmail, { token }, nobody())).rejects.toMatchObject({ code: 'link-expired' });
});

test('an expired link, an invented one and one for another purpose do nothing', async () => {
  await perform(register, form('late@school.example'), nobody());
  const token = tokenIn((await mailsTo('late@school.example'))[0]?.body ?? '');
  const user = await userOf('late@school.example');
  const expired = { expiresAt: new Date(Date.now() - 1000) };
  await base.db
    .update(mailTokens)
    .set(expired)
    .where(eq(mailTokens.userId, user?.id ?? ''));
  for (const wrong of [token, 'invented', '']) {
    await expect(perform(confirmEmail, { token: wrong }, nobody())).rejects.toBeInstanceOf(Refused);
  }
  const later = { expiresAt: new Date(Date.now() + 60_000), purpose: 'reset-password' as const };
  await base.db
    .update(mailTokens)
    .set(later)
    .where(eq(mailTokens.userId, user?.id ?? ''));
  await expect(perform(confirmEmail, { token }, nobody())).rejects.toBeInstanceOf(Refused);
});

test('registering a known address changes nothing and tells nothing', async () => {
  const owner = await makeUser(base.db, { password: 'the password of the owner', name: 'Owner' });
  const before = await userOf(owner.email);
  const known = await perform(register, form(owner.email.toUpperCase()), nobody());
  const fresh = await perform(register, form('fresh@school.example'), nobody());
  expect(Object.keys(known).sort()).toEqual(Object.keys(fresh).sort());
  expect(known.ok).toBe(fresh.ok);
  expect(await userOf(owner.email)).toEqual(before);
  const [mail] = await mailsTo(owner.email);
  expect(mail?.subject).toBe('Somebody tried to register with your address');
  expect(mail?.body).not.toContain('token=');
});

test('two registrations of one address at once make one account', async () => {
  const twice = [form('race@school.example'), form('race@school.example', { name: 'Other' })];
  await Promise.all(twice.map((input) => perform(register, input, nobody())));
  expect(await base.db.select().from(users).where(eq(users.email, 'race@school.example'))).toHaveLength(1);
  expect(await mailsTo('race@school.example')).toHaveLength(2);
});

test('nothing that somebody typed is sent in a mail', async () => {
  const name = 'Win money at evil.example';
  await perform(register, form('victim@school.example', { name }), nobody());
  expect((await mailsTo('victim@school.example'))[0]?.body).not.toContain('evil.example');
});

test('each mistake is one sentence at its field', async () => {
  expect(
    await fieldsOf(perform(register, form('no address', { name: ' ', password: 'short' }), nobody())),
  ).toEqual({
    name: expect.stringContaining('Enter your name'),
    email: expect.stringContaining('Enter an e-mail address'),
    password: 'Use at least 12 characters.',
  });
  const email = 'long.address@school.example';
  expect(await fieldsOf(perform(register, form(email, { password: email }), nobody()))).toEqual({
    password: 'Do not use your e-mail address as the password.',
  });
});

test('nobody chooses their own role', async () => {
  const input = form('climber@school.example', { role: 'admin' });
  await expect(perform(register, input, nobody())).rejects.toBeInstanceOf(InvalidInput);
});

test('a fourth mail to one address within the hour is not sent, whether it has an account or not', async () => {
  const tries: unknown[] = [];
  for (let i = 0; i < 4; i += 1) tries.push(await perform(register, form('often@school.example'), nobody()));
  expect(tries.at(-1)).toEqual({ ok: false, code: 'too-many-tries' });
  expect(await mailsTo('often@school.example')).toHaveLength(3);
});

test('a classroom behind one network address registers, a flood from it does not', async () => {
  const ip = '198.51.100.1';
  for (let i = 0; i < registrationsAnHour - 1; i += 1) await mayRegisterFrom(base.db, ip);
  expect(await perform(register, form('last-seat@school.example', { ip }), nobody())).toMatchObject({
    ok: true,
  });
  expect(await perform(register, form('flood@school.example', { ip }), nobody())).toEqual({
    ok: false,
    code: 'too-many-tries',
  });
  expect(await userOf('flood@school.example')).toBeUndefined();
});

test('the confirmation mail can be sent again, until it is confirmed and three times an hour', async () => {
  const actor = await makeUser(base.db, { confirmed: false });
  const again = () => perform(resendConfirmation, { address }, { db: base.db, actor });
  for (let i = 0; i < 3; i += 1) expect(await again()).toEqual({ ok: true, sent: true });
  expect(await again()).toEqual({ ok: false, code: 'too-many-tries' });
  const [newest, , oldest] = await mailsTo(actor.email);
  await perform(confirmEmail, { token: tokenIn(oldest?.body ?? '') }, nobody());
  expect(await again()).toEqual({ ok: true, sent: false });
  const token = tokenIn(newest?.body ?? '');
  await expect(perform(confirmEmail, { token }, nobody())).rejects.toBeInstanceOf(Refused);
});

test('eleven wrong passwords from one address are refused, even when the eleventh is right', async () => {
  const person = await makeUser(base.db, { password });
  const from = (ip: string, tried: string) =>
    perform(signIn, { email: person.email, password: tried, ip, userAgent: '' }, nobody());
  for (let i = 0; i < 10; i += 1) {
    expect(await from('203.0.113.1', 'a wrong password')).toEqual({ ok: false, code: 'wrong-credentials' });
  }
  expect(await from('203.0.113.1', password)).toEqual({ ok: false, code: 'too-many-tries' });
  expect(await from('203.0.113.2', password)).toMatchObject({ ok: true });
});

test('an unknown address, a wrong password and a suspended person get one answer', async () => {
  const suspended = await makeUser(base.db, { password, suspended: true });
  const known = await makeUser(base.db, { password });
  for (const [email, tried] of [
    ['unknown@school.example', password],
    [known.email, 'another long password'],
    [suspended.email, password],
  ]) {
    const input = { email, password: tried, ip: '203.0.113.9', userAgent: '' };
    expect(await perform(signIn, input, nobody())).toEqual({ ok: false, code: 'wrong-credentials' });
  }
});

test('the audit log names the deed and holds no secret', async () => {
  await perform(register, form('audited@school.example'), nobody());
  const user = await userOf('audited@school.example');
  const entries = await base.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `user:${user?.id}`));
  expect(entries).toMatchObject([{ action: 'register', actorId: null, detail: { outcome: 'registered' } }]);
  const all = JSON.stringify(await base.db.select().from(auditLog).where(like(auditLog.object, 'user:%')));
  expect(all).not.toContain(password);
  expect(all).not.toContain('argon2');
});

test('an address with a prepared account gets the same answer, and a mail whose link lets its owner claim it', async () => {
  const email = 'prepared@school.example';
  await ensurePeople(base.db, [{ email, name: 'Of the list', externalId: null }]);
  const known = await makeUser(base.db);
  const answers = [email, known.email, 'unknown@school.example'].map((each) =>
    perform(register, form(each), nobody()),
  );
  for (const answer of await Promise.all(answers)) expect(answer.ok).toBe(true);
  // What a stranger typed is not taken over: the name and the password are asked for behind the link.
  expect(await userOf(email)).toMatchObject({ name: 'Of the list', passwordHash: 'none' });
  const [mail] = await mailsTo(email);
  const token = tokenIn(mail?.body ?? '');
  expect(mail?.body).toContain(`${address}/invitation?token=${token}`);
  expect(mail?.body).not.toContain('New Person');
  const enter = { email, password, ip: null, userAgent: 'spec' };
  expect(await perform(signIn, enter, nobody())).toEqual({ ok: false, code: 'wrong-credentials' });

  expect(
    await perform(claimInvitation, { token, name: 'Owner', newPassword: password }, nobody()),
  ).toMatchObject({ slug: null, enrollmentId: null });
  expect(await userOf(email)).toMatchObject({ name: 'Owner', unclaimedSince: null });
  expect((await userOf(email))?.emailConfirmedAt).not.toBeNull();
  expect(await perform(signIn, enter, nobody())).toMatchObject({ ok: true });
});

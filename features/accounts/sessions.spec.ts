import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveSession } from '@/db/queries/sessions';
import { users } from '@/db/schema';
import { hashSecret } from '@/server/auth/secrets';
import { InvalidInput, NotFound, NotSignedIn, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { changeName } from './change-name';
import { listSessions } from './list-sessions';
import { revokeOtherSessions } from './revoke-other-sessions';
import { revokeSession } from './revoke-session';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const password = 'a walk along the river';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
const lives = async (sessionToken: string) => (await liveSession(base.db, hashSecret(sessionToken))) !== null;
/** A person on this device, and signed in on another one. */
async function onTwoDevices() {
  const actor = await makeUser(base.db, { password });
  const input = { email: actor.email, password, ip: '192.0.2.7', userAgent: firefox };
  const entered = await perform(signIn, input, { db: base.db, actor: null });
  const context = { db: base.db, actor };
  const sessions = await perform(listSessions, {}, context);
  return { actor, context, sessions, otherToken: entered.ok ? entered.sid : '' };
}

test('the list shows this device first, each in words and without secrets', async () => {
  const { sessions, otherToken } = await onTwoDevices();
  expect(sessions).toMatchObject([
    { current: true, device: 'Unknown device' },
    { current: false, device: 'Firefox on Windows', ip: '192.0.2.7' },
  ]);
  expect(JSON.stringify(sessions)).not.toContain(hashSecret(otherToken));
});

test('a revoked device is out at once; doing it twice is the same as once', async () => {
  const { context, sessions, otherToken, actor } = await onTwoDevices();
  const input = { sessionId: sessions[1]?.id ?? '' };
  await perform(revokeSession, input, context);
  await perform(revokeSession, input, context);
  expect(await lives(otherToken)).toBe(false);
  expect(await lives(actor.sessionToken)).toBe(true);
  expect(await perform(listSessions, {}, context)).toHaveLength(1);
});

test('another person cannot revoke my session, nor learn that it exists', async () => {
  const mine = await onTwoDevices();
  const stranger = { db: base.db, actor: await makeUser(base.db) };
  const admin = { db: base.db, actor: await makeUser(base.db, { role: 'admin' }) };
  const sessionId = mine.sessions[1]?.id ?? '';
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const context of [stranger, admin]) {
    await expect(perform(revokeSession, { sessionId }, context)).rejects.toBeInstanceOf(NotFound);
    await expect(perform(revokeSession, { sessionId: unknown }, context)).rejects.toBeInstanceOf(NotFound);
  }
  expect(await lives(mine.otherToken)).toBe(true);
});

test('signing out everywhere else leaves this device and other people alone', async () => {
  const { actor, context, otherToken } = await onTwoDevices();
  const bystander = await makeUser(base.db);
  await perform(revokeOtherSessions, {}, context);
  expect(await lives(otherToken)).toBe(false);
  expect(await lives(actor.sessionToken)).toBe(true);
  expect(await lives(bystander.sessionToken)).toBe(true);
});

test('after signing out a copy of the cookie is worth nothing', async () => {
  const { actor, context, otherToken } = await onTwoDevices();
  await perform(signOut, {}, context);
  expect(await lives(actor.sessionToken)).toBe(false);
  expect(await lives(otherToken)).toBe(true);
});

test('a name is stored in one form, and a bad one is refused at its field', async () => {
  const actor = await makeUser(base.db);
  await perform(changeName, { name: '  Grace   Hopper ' }, { db: base.db, actor });
  const [row] = await base.db.select().from(users).where(eq(users.id, actor.userId));
  expect(row?.name).toBe('Grace Hopper');
  const refused = perform(changeName, { name: '\u202e' }, { db: base.db, actor });
  await expect(refused).rejects.toBeInstanceOf(InvalidInput);
});

test('nobody who is not signed in does any of this', async () => {
  const nobody = { db: base.db, actor: null };
  await expect(perform(listSessions, {}, nobody)).rejects.toBeInstanceOf(NotSignedIn);
  await expect(perform(signOut, {}, nobody)).rejects.toBeInstanceOf(NotSignedIn);
  await expect(perform(revokeOtherSessions, {}, nobody)).rejects.toBeInstanceOf(NotSignedIn);
  await expect(perform(changeName, { name: 'X' }, nobody)).rejects.toBeInstanceOf(NotSignedIn);
});

import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { sessions } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { isAnyone } from '@/rules/access';
import { noSubject, operation, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { checkProof } from './check-proof';
import { provePassword } from './prove-password';
import { setRole } from './set-role';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());

const password = 'the password of the admin';
let admin: Awaited<ReturnType<typeof makeUser>>;
beforeEach(async () => {
  admin = await makeUser(base.db, { role: 'admin', password });
});

const as = (actor = admin) => ({ db: base.db, actor });
const prove = (given = password) => perform(provePassword, { password: given }, as());
const grant = async () => {
  const person = await makeUser(base.db);
  return perform(setRole, { userId: person.userId, role: 'staff', version: 1 }, as());
};
const again = { code: 'password-again' };

test('what is of weight needs the password given again in this very session', async () => {
  await expect(grant()).rejects.toMatchObject(again);
  expect(await perform(checkProof, {}, as())).toBe(false);
  expect(await prove()).toEqual({ ok: true });
  expect(await perform(checkProof, {}, as())).toBe(true);
  await grant();
  const [elsewhere] = await base.db
    .insert(sessions)
    .values({ tokenHash: crypto.randomUUID(), userId: admin.userId })
    .returning();
  const onOther = { ...admin, sessionId: elsewhere?.id ?? '' };
  expect(await perform(checkProof, {}, as(onOther))).toBe(false);
});

test('it counts for ten minutes', async () => {
  await prove();
  const ago = (minutes: number) =>
    base.db
      .update(sessions)
      .set({ steppedUpAt: sql`now() - make_interval(mins => ${minutes})` })
      .where(eq(sessions.id, admin.sessionId));
  await ago(9);
  await grant();
  await ago(10);
  await expect(grant()).rejects.toMatchObject(again);
});

test('a wrong password proves nothing, and is not guessed for long', async () => {
  await expect(prove('')).rejects.toMatchObject({ fields: { password: 'Enter your current password.' } });
  for (let i = 0; i < 10; i += 1) {
    expect(await prove(`guess ${i}`)).toEqual({ ok: false, code: 'wrong-password' });
  }
  expect(await prove()).toEqual({ ok: false, code: 'too-many-tries' });
  await expect(grant()).rejects.toMatchObject(again);
});

test('only wrong ones count: whoever gives the right one may do so all day', async () => {
  for (let i = 0; i < 12; i += 1) expect(await prove()).toEqual({ ok: true });
  for (let i = 0; i < 9; i += 1) await prove(`guess ${i}`);
  expect(await prove()).toEqual({ ok: true });
  for (let i = 0; i < 9; i += 1) await prove(`guess ${i}`);
  expect(await prove()).toEqual({ ok: true });
});

test('a read that takes much away can ask for it, and what has no session never has it', async () => {
  const takeAll = operation({
    name: 'take-all',
    kind: 'read',
    by: 'anyone',
    fresh: true,
    input: z.strictObject({}),
    subject: noSubject,
    allow: isAnyone,
    run: async () => 'all',
  });
  await expect(perform(takeAll, {}, as())).rejects.toMatchObject(again);
  await expect(perform(takeAll, {}, { db: base.db, actor: null })).rejects.toMatchObject(again);
  await expect(perform(takeAll, {}, { db: base.db, actor: platform })).rejects.toMatchObject(again);
  await prove();
  expect(await perform(takeAll, {}, as())).toBe('all');
});

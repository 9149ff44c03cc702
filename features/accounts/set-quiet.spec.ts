import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { getQuiet } from './get-quiet';
import { setQuiet } from './set-quiet';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

test('one asks for no reminders, and for them again; others are not asked for', async () => {
  const [actor, other] = await Promise.all([makeUser(db), makeUser(db)]);
  const quiet = (who = actor) => perform(getQuiet, {}, { db, actor: who });
  expect(await quiet()).toEqual({ quiet: false });
  await perform(setQuiet, { quiet: 'on' }, { db, actor });
  expect([await quiet(), await quiet(other)]).toEqual([{ quiet: true }, { quiet: false }]);
  await perform(setQuiet, {}, { db, actor });
  expect(await quiet()).toEqual({ quiet: false });
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `user:${actor.userId}`));
  expect(entries.map(({ detail }) => detail)).toEqual([{ quiet: true }, { quiet: false }]);
});

test('nobody signed in has nothing to set', async () => {
  await expect(perform(setQuiet, {}, { db, actor: null })).rejects.toMatchObject({ name: 'NotSignedIn' });
});

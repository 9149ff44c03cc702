import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, outbox } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { listUndeliveredMails } from './list-undelivered-mails';
import { retryMail } from './retry-mail';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  await db.delete(outbox);
});

const mail = { recipient: 'lin@example.org', subject: 'Hello', body: 'a secret link' };
async function write(values: Partial<typeof outbox.$inferInsert>) {
  const [row] = await db
    .insert(outbox)
    .values({ ...mail, ...values })
    .returning({ id: outbox.id });
  return row?.id ?? '';
}

test('a mail that was given up is tried again from the start, once', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  const id = await write({ state: 'dead', attempts: 8, lastError: 'mailbox unavailable' });
  expect(await perform(retryMail, { mailId: id }, { db, actor: admin })).toEqual({ count: 1 });
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  expect(row).toMatchObject({ state: 'waiting', attempts: 0 });
  await expect(perform(retryMail, { mailId: id }, { db, actor: admin })).rejects.toMatchObject({
    code: 'mail-not-dead',
  });
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `mail:${id}`));
  expect(entries).toHaveLength(1);
});

test('every mail that was given up at once, and no other', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  const sent = await write({ state: 'sent' });
  await write({ state: 'dead' });
  await write({ state: 'dead' });
  expect(await perform(retryMail, { mailId: 'all' }, { db, actor: admin })).toEqual({ count: 2 });
  const [row] = await db.select().from(outbox).where(eq(outbox.id, sent));
  expect(row?.state).toBe('sent');
});

test('the list has what failed and why, and never the text', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  await write({ state: 'sent' });
  await write({});
  await write({ attempts: 3, lastError: 'greylisted' });
  await write({ state: 'dead', attempts: 8, lastError: 'mailbox unavailable' });
  const mails = await perform(listUndeliveredMails, {}, { db, actor: admin });
  expect(mails.map(({ lastError }) => lastError).sort()).toEqual(['greylisted', 'mailbox unavailable']);
  expect(JSON.stringify(mails)).not.toContain('secret');
});

test('nobody but an administrator sees or retries mails', async () => {
  const actor = await makeUser(db, { role: 'instructor' });
  const id = await write({ state: 'dead' });
  for (const mailId of [id, 'all', crypto.randomUUID()]) {
    await expect(perform(retryMail, { mailId }, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
  }
  await expect(perform(listUndeliveredMails, {}, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
});

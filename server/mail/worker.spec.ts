import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { enqueueMail } from '@/db/queries/outbox';
import { outbox } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { deliverDueMail, deliverer, retryAfter, startMailWorker } from './worker';

let db: Database;
let close: () => Promise<void>;
let server: SMTPServer;
/** What arrived at the mail server, and what it does with the next mails. */
let arrived: { to: string; from: string; subject: string; text: string }[] = [];
let refuse: string | null = null;

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse === null ? null : new Error(refuse)),
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        const [to] = [mail.to ?? []].flat();
        arrived.push({
          to: to?.text ?? '',
          from: mail.from?.text ?? '',
          subject: mail.subject ?? '',
          text: (mail.text ?? '').trim(),
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`);
  vi.stubEnv('MAIL_FROM', 'The platform <no-reply@school.example>');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise<void>((resolve) => server.close(resolve));
  await close();
});
beforeEach(async () => {
  await db.delete(outbox);
  arrived = [];
  refuse = null;
});

const send = (subject: string) =>
  enqueueMail(db, { recipient: 'somebody@school.example', subject, body: `About ${subject}.\n区块链` });
const mails = () => db.select().from(outbox).orderBy(outbox.subject);
const mail = async () => (await mails())[0];
const dueNow = () => db.update(outbox).set({ nextAttemptAt: sql`now()` }).where(eq(outbox.state, 'waiting'));
const secondsUntilNext = async () => {
  const [row] = await db
    .select({ seconds: sql<number>`extract(epoch from ${outbox.nextAttemptAt} - now())::float` })
    .from(outbox);
  return row?.seconds ?? 0;
};

describe('a mail', () => {
  test('arrives once, as it was written', async () => {
    await send('the course');
    expect(await deliverDueMail(deliverer())).toBe(1);
    expect(await deliverDueMail(deliverer())).toBe(0);
    expect(arrived).toEqual([
      {
        to: 'somebody@school.example',
        from: '"The platform" <no-reply@school.example>',
        subject: 'the course',
        text: 'About the course.\n区块链',
      },
    ]);
    expect(await mail()).toMatchObject({
      state: 'sent',
      attempts: 1,
      sentAt: expect.any(Date),
      lastError: null,
    });
  });

  test('that is refused waits, with the reason, and arrives later', async () => {
    refuse = 'mailbox busy';
    await send('patience');
    await deliverDueMail(deliverer());
    expect(await mail()).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: expect.stringContaining('mailbox busy'),
    });
    expect(await deliverDueMail(deliverer())).toBe(0);
    refuse = null;
    await dueNow();
    await deliverDueMail(deliverer());
    expect(await mail()).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
    expect(arrived).toHaveLength(1);
  });

  test('waits twice as long after each try, and is put aside after eight', async () => {
    refuse = 'no such person';
    await send('in vain');
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await dueNow();
      await deliverDueMail(deliverer());
      expect(await mail()).toMatchObject({ state: 'waiting', attempts: attempt });
      const expected = 30 * 2 ** (attempt - 1);
      expect(Math.abs((await secondsUntilNext()) - expected)).toBeLessThan(10);
    }
    await dueNow();
    await deliverDueMail(deliverer());
    expect(await mail()).toMatchObject({ state: 'dead', attempts: 8, lastError: expect.any(String) });
    expect(await deliverDueMail(deliverer())).toBe(0);
  });

  test('tries for about an hour in all', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => retryAfter(attempts) ?? 0);
    expect(waits.reduce((sum, seconds) => sum + seconds, 0) / 60).toBeCloseTo(63.5);
    expect(retryAfter(8)).toBeNull();
  });

  test.each(['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET'])(
    'waits like any other when the mail server is away: %s',
    async (code) => {
      await send('nobody home');
      const away = () => Promise.reject(Object.assign(new Error(`connect ${code}`), { code }));
      await deliverDueMail(away);
      expect(await mail()).toMatchObject({ state: 'waiting', lastError: `connect ${code}` });
      expect(await secondsUntilNext()).toBeLessThan(35);
    },
  );

  test('that cannot be sent does not hold up the others', async () => {
    await Promise.all([send('1'), send('2'), send('3')]);
    await deliverDueMail(async ({ subject }) => {
      if (subject === '2') throw 'a text';
    });
    expect((await mails()).map(({ state, lastError }) => [state, lastError])).toEqual([
      ['sent', null],
      ['waiting', 'a text'],
      ['sent', null],
    ]);
  });
});

describe('several workers', () => {
  test('never deliver the same mail twice', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => send(`mail ${index}`)));
    const deliver = deliverer();
    const tried = await Promise.all(Array.from({ length: 4 }, () => deliverDueMail(deliver, 40)));
    expect(tried.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(new Set(arrived.map(({ subject }) => subject)).size).toBe(40);
    expect(arrived).toHaveLength(40);
  });

  test('share the work: what waits behind a slow mail is free for another', async () => {
    await Promise.all([send('1'), send('2'), send('3')]);
    const slow = deliverDueMail(async () => {
      const taken = (await mails()).filter(({ attempts }) => attempts > 0);
      expect(taken.filter(({ state }) => state !== 'sent')).toHaveLength(1);
    });
    expect(await slow).toBe(3);
    expect((await mails()).map(({ lastError }) => lastError)).toEqual([null, null, null]);
  });

  test('take over from one that died, once its lease has run out', async () => {
    await send('orphan');
    void deliverDueMail(() => new Promise(() => {}));
    await vi.waitUntil(async () => (await mail())?.attempts === 1);
    expect(await deliverDueMail(deliverer())).toBe(0);
    await dueNow();
    expect(await deliverDueMail(deliverer())).toBe(1);
    expect(arrived).toHaveLength(1);
  });
});

test('without a mail server, mail is read in the mailbox and counts as sent, many at a time', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => send(`mail ${index}`)));
  await db
    .update(outbox)
    .set({ nextAttemptAt: sql`now() + interval '1 hour'` })
    .where(eq(outbox.subject, 'mail 7'));
  const tried = await Promise.all(Array.from({ length: 3 }, () => deliverDueMail(null)));
  expect(tried.reduce((sum, count) => sum + count, 0)).toBe(39);
  expect(arrived).toEqual([]);
  for (const { subject, state, attempts, sentAt } of await mails())
    expect([subject, state, attempts, sentAt !== null]).toEqual(
      subject === 'mail 7' ? [subject, 'waiting', 0, false] : [subject, 'sent', 1, true],
    );
});

describe('the worker in the background', () => {
  test('delivers what is written while it runs, and stops when told', async () => {
    const stop = startMailWorker(20);
    await send('first');
    await vi.waitUntil(async () => (await mail())?.state === 'sent', { timeout: 5_000 });
    await stop();
    await send('second');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(arrived.map(({ subject }) => subject)).toEqual(['first']);
  });
});

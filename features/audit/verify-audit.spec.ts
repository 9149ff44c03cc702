import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordAudit } from '@/db/queries/audit';
import { auditLog } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { verifyAudit } from './verify-audit';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeEach(async () => {
  base = await testDatabase();
  for (let i = 1; i <= 9; i += 1) await record(i);
});
afterEach(() => base.close());

const record = (i: number) =>
  recordAudit(base.db, { actorId: null, action: 'sign-in', object: `user:${i}`, detail: { i } });
const verify = (head: { seq: number; hash: string } | null = null, page = 4) =>
  perform(verifyAudit, { head, page }, { db: base.db, actor: platform });
/** What only somebody with the keys of the database can do: past every trigger. */
const tamper = (...statements: ReturnType<typeof sql>[]) =>
  base.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(statement);
  });
const head = async () => {
  const { head: newest } = await verify();
  if (!newest) throw new Error('empty');
  return newest;
};

test('what was only ever appended holds, in pages of any size', async () => {
  for (const page of [1, 3, 4, 5_000]) {
    expect(await verify(null, page)).toMatchObject({ entries: 9, head: { seq: 9 }, problems: [] });
  }
  expect(await verify(await head())).toMatchObject({ problems: [] });
});

test.each([
  ['who', sql`update audit_log set actor_id = gen_random_uuid() where seq = 5`],
  ['what', sql`update audit_log set action = 'sign-out' where seq = 5`],
  ['on what', sql`update audit_log set object = 'user:6' where seq = 5`],
  ['a detail', sql`update audit_log set detail = '{"i": 6}' where seq = 5`],
  ['when', sql`update audit_log set at = at - interval '1 microsecond' where seq = 5`],
])('an entry is found in which %s was altered', async (_title, statement) => {
  await tamper(statement);
  expect((await verify()).problems).toEqual([expect.stringMatching(/^Entry 5 was altered/)]);
});

test('an entry that was taken out is found, and several are', async () => {
  await tamper(sql`delete from audit_log where seq = 5`);
  expect((await verify()).problems).toEqual(['Entry 5 was taken out.']);
  await tamper(sql`delete from audit_log where seq in (4, 6)`);
  expect((await verify()).problems).toEqual(['Entries 4 to 6 were taken out.']);
  await tamper(sql`delete from audit_log where seq = 1`);
  expect((await verify()).problems).toEqual(['Entry 1 was taken out.']);
});

test('taking one out and closing the gap is found', async () => {
  await tamper(
    sql`delete from audit_log where seq = 5`,
    sql`update audit_log set seq = seq - 1 where seq > 5`,
  );
  expect((await verify()).problems[0]).toMatch(/^Entry 5 does not follow/);
});

const forged = sql`insert into audit_log (action, object, seq, hash)
  overriding system value select 'sign-in', 'user:x', 5, repeat('a', 64)`;

test('an entry that was slipped in is found: in a gap, in a place made for it, at the end', async () => {
  await tamper(
    sql`update audit_log set seq = -seq where seq > 4`,
    sql`update audit_log set seq = 1 - seq where seq < 0`,
    forged,
  );
  expect((await verify()).problems[0]).toMatch(/^Entry 5 does not follow/);
  await tamper(sql`delete from audit_log where seq > 4`, forged);
  expect((await verify()).problems[0]).toMatch(/^Entry 5 does not follow/);
});

test('a forged entry with a hash worked out for it breaks what comes after it', async () => {
  await tamper(
    sql`update audit_log set action = 'sign-out' where seq = 5`,
    sql`update audit_log as e set hash = audit_hash(e, (select hash from audit_log where seq = 4)) where seq = 5`,
  );
  expect((await verify()).problems).toEqual([
    'Entry 6 was altered, or entry 5 before it was put in the place of another.',
  ]);
});

test('a number that is there twice is found, also where the key that forbids it is gone', async () => {
  await base.db.execute(sql`drop index audit_log_seq_key`);
  await tamper(sql`update audit_log set seq = 4 where seq = 5`);
  expect((await verify(null, 5_000)).problems).toEqual([
    'Entry 4 is there more than once: one was slipped in.',
  ]);
});

test('entries that change places are found', async () => {
  await tamper(
    sql`update audit_log set seq = 0 where seq = 5`,
    sql`update audit_log set seq = 5 where seq = 6`,
    sql`update audit_log set seq = 6 where seq = 0`,
  );
  expect((await verify()).problems[0]).toMatch(/^Entry 5 does not follow/);
});

test('what was cut from the end shows with the head that was noted outside', async () => {
  const noted = await head();
  await tamper(sql`delete from audit_log where seq > 7`);
  expect(await verify()).toMatchObject({ entries: 7, problems: [] });
  expect((await verify(noted)).problems).toEqual([
    'The log ends at entry 7, but entry 9 was noted: it was cut from the end.',
  ]);
  for (let i = 0; i < 3; i += 1) await record(i);
  expect((await verify(noted)).problems).toEqual([
    'Entry 9 has another hash than the one that was noted: the log was written anew.',
  ]);
});

test('an entry outside the chain is found', async () => {
  await base.db.execute(sql`alter table audit_log drop constraint audit_log_chained`);
  await tamper(sql`update audit_log set seq = null where seq = 9`);
  expect((await verify()).problems).toEqual(['Entries that were never chained: 1.']);
});

test('the log refuses to be altered, emptied or shortened without such keys', async () => {
  await expect(base.db.execute(sql`update audit_log set action = 'x' where seq = 5`)).rejects.toThrow();
  await expect(base.db.execute(sql`delete from audit_log where seq = 5`)).rejects.toThrow();
  await expect(base.db.execute(sql`truncate audit_log`)).rejects.toThrow();
  // Whatever place and hash an insert claims, it gets its own.
  await base.db.insert(auditLog).values({ action: 'a', object: 'user:x', seq: 3, hash: 'forged' });
  expect(await verify()).toMatchObject({ entries: 10, problems: [] });
});

test('a thousand writers at once keep one chain, and none waits for another in a circle', async () => {
  const deed = (i: number) =>
    base.db.transaction(async (tx) => {
      // Some hold a lock of their own before, as deeds do, in either order.
      await tx.execute(sql`select pg_advisory_xact_lock(${(i % 3) + 1})`);
      await recordAudit(tx, { actorId: null, action: 'sign-in', object: `user:${i}` });
      if (i % 10 === 0) throw new Error('given up');
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 1_000 }, (_, i) => deed(i)));
  const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(new Set(failed)).toEqual(new Set(['Error: given up']));
  // What was given up left no gap.
  expect(await verify(null, 5_000)).toMatchObject({ entries: 9 + 900, problems: [] });
}, 60_000);

test('it is for whoever runs the server, not for a person', async () => {
  const admin = await makeUser(base.db, { role: 'admin' });
  const tried = perform(verifyAudit, { head: null }, { db: base.db, actor: admin });
  await expect(tried).rejects.toBeInstanceOf(NotFound);
});

test('as a command: says the head, and given it back ends with 1 when the log is broken', async () => {
  const run = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: base.url };
    return promisify(execFile)('node_modules/.bin/tsx', ['scripts/audit-verify.ts', ...args], { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
    );
  };
  const first = await run();
  const noted = /(\d+:[0-9a-f]{64})/.exec(first.said)?.[1] ?? '';
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('9 entries') });
  await tamper(sql`delete from audit_log where seq = 9`);
  expect(await run('--head', noted)).toMatchObject({ code: 1, said: expect.stringContaining('cut from') });
}, 120_000);

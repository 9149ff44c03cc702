import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '@/features/audit/verify-audit';
import { platform } from '@/features/authoring/import-course';
import { perform } from '@/server/operation';
import { connect } from './client';
import { migrateDatabase } from './migrate';

type Journal = { entries: { tag: string }[] };
const folder = mkdtempSync(join(tmpdir(), 'platform-migrations-'));
const name = `upgrade_${process.pid}`;
const server = process.env.TEST_DATABASE_URL ?? '';
const url = server.replace(/\/postgres$/, `/${name}`);
const admin = postgres(server, { max: 1, onnotice: () => {} });

beforeAll(async () => {
  await admin.unsafe(`create database ${name}`);
});
afterAll(async () => {
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The migrations as they were when there were only so many. */
function firstMigrations(count: number): string {
  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;
  const entries = journal.entries.slice(0, count);
  mkdirSync(join(folder, 'meta'), { recursive: true });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) copyFileSync(`drizzle/${tag}.sql`, join(folder, `${tag}.sql`));
  return folder;
}

test('a database of the first version is upgraded with its people, deadlines, histories and audit log', async () => {
  await migrateDatabase(url, firstMigrations(2));
  const old = postgres(url, { max: 1, onnotice: () => {} });
  await old`insert into users (id, email, name, password_hash)
    values ('00000000-0000-4000-8000-000000000001', 'lin@school.example', '林小明', 'none')`;
  await old`insert into courses (id, slug, seats, seats_taken) values ('00000000-0000-4000-8000-000000000002', 'old', 5, 1)`;
  await old`insert into editions (id, course_id, number, content_hash, manifest)
    values ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 1, 'h', '{"title":"Old","modules":[]}')`;
  await old`insert into enrollments (id, course_id, user_id, edition_id, state, ends_at, ends_zone)
    values ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002',
      '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000003', 'active', '2030-01-01T00:00:00Z', 'UTC')`;
  await old`insert into enrollment_events (enrollment_id, to_state, edition_id)
    values ('00000000-0000-4000-8000-000000000004', 'active', '00000000-0000-4000-8000-000000000003')`;
  for (const action of ['register', 'sign-in', 'enroll'])
    await old`insert into audit_log (action, object) values (${action}, 'user:00000000-0000-4000-8000-000000000001')`;
  await old.end();

  await migrateDatabase(url);
  const { sql, db } = connect(url, { max: 2 });
  const [row] =
    await sql`select e.state, (e.valid_until at time zone 'UTC')::text || '+00' as valid_until, e.valid_from, u.name, c.seats_taken, c.enrollment_policy
    from enrollments e join users u on u.id = e.user_id join courses c on c.id = e.course_id`;
  expect(row).toEqual({
    state: 'active',
    valid_until: '2030-01-01 00:00:00+00',
    valid_from: null,
    name: '林小明',
    seats_taken: 1,
    enrollment_policy: 'open',
  });
  expect(await sql`select to_state, action, version from enrollment_events`).toMatchObject([
    { to_state: 'active', action: null },
  ]);
  expect(await perform(verifyAudit, { head: null }, { db, actor: platform })).toMatchObject({
    entries: 3,
    problems: [],
  });
  await sql`insert into audit_log (action, object) values ('sign-out', 'user:00000000-0000-4000-8000-000000000001')`;
  expect(await perform(verifyAudit, { head: null }, { db, actor: platform })).toMatchObject({
    entries: 4,
    problems: [],
  });
  await sql.end();
});

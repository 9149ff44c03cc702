import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgresClient from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, newPassword, startPostgres, temporaryFolder } from '../../scripts/lib/postgres.mjs';
import { seedStudents } from '../students';
import { makeSite, type Site, timeUntil } from './site';

const course = 'reading-a-blockchain-policy';
const secret = 'only-for-faults-0123456789-abcdefghijklm';

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let site: Site;

beforeAll(async () => {
  folder = temporaryFolder('platform-publish-');
  postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), password: newPassword() });
  site = makeSite([process.execPath, 'scripts/start.mjs'], await freePort(), {
    DATABASE_URL: postgres.url,
    AUTH_SECRET: secret,
  });
  await site.start();
});

afterAll(async () => {
  await site?.end('SIGINT');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('leaves the old edition whole when it is killed in the middle of publishing, and publishes after the start', async () => {
  const sql = postgresClient(postgres.url, { max: 3, onnotice: () => {} });
  const students = await seedStudents(postgres.url, { count: 20, course, secret });
  const [last] = students
    .map(({ enrollmentId }) => enrollmentId)
    .sort()
    .reverse();
  const state = async () => {
    const [row] = await sql<
      { current: number; editions: number; moved: number; publication: string; attempts: number }[]
    >`
      select (select number from editions where id = c.current_edition_id) as current,
        (select count(*)::int from editions e where e.course_id = c.id) as editions,
        (select count(*)::int from enrollments n where n.course_id = c.id and n.edition_id <> p.edition_was) as moved,
        p.state as publication, p.attempts
      from courses c, (select state, attempts, note::uuid as edition_was from publications) p
      where c.slug = ${course}`;
    return row;
  };

  // A publication that is due, with one more section in every lesson; its note remembers the edition before.
  await sql.begin(async (holder) => {
    await holder`select 1 from enrollments where id = ${last ?? ''} for update`;
    await sql`
      with person as (
        insert into users (email, name, password_hash, role, email_confirmed_at)
        values ('publisher@faults.example', 'Publisher', 'none', 'admin', now()) returning id)
      insert into publications (course_id, due_at, due_zone, moves, created_by, next_attempt_at, note, texts)
      select c.id, now(), 'UTC', 'everyone', person.id, now(), c.current_edition_id,
        (select jsonb_object_agg(key, case when key like 'modules/%.md'
          then value || E'\n\n## Added {#added-by-faults}\n\nMore.\n' else value end) from jsonb_each_text(s.texts))
      from person, courses c join edition_sources s on s.edition_id = c.current_edition_id
      where c.slug = ${course}`;
    // The edition is stored and all but one learner are locked when it comes to wait for the last.
    await timeUntil(async () => {
      const [row] = await sql`
        select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for no key update%'`;
      if (!row) throw new Error('not yet');
      return true;
    }, 30_000);
    await site.end('SIGKILL');
  });

  await timeUntil(async () => {
    const [row] =
      await sql`select count(*)::int as n from pg_stat_activity where application_name = 'course-platform'`;
    return row?.n === 0;
  }, 10_000);
  expect(await state()).toEqual({ current: 1, editions: 1, moved: 0, publication: 'waiting', attempts: 1 });

  await site.start();
  // Its lease would run out by itself, two minutes later.
  await sql`update publications set next_attempt_at = now()`;
  const ms = await timeUntil(async () => (await state())?.publication === 'done', 40_000);
  expect(await state()).toEqual({ current: 2, editions: 2, moved: 20, publication: 'done', attempts: 2 });
  console.log(`published ${ms} ms after the start that followed the kill`);
  await sql.end();
});

// A site of a million enrollments, made by statements of its own.
import type { Sql } from 'postgres';

/** How many there are: every course but the great one has 500 people. */
export const size = { people: 100_000, courses: 2_000, each: 500, great: 100_000 } as const;

const names = {
  first: [
    'Ada',
    'Bo',
    'Émilie',
    'Farid',
    'Grace',
    'Hui',
    'Ines',
    'Jonas',
    'Lin',
    'Mei',
    'Noor',
    'Olga',
    'Ravi',
    '王',
    '李',
    '陈',
  ],
  last: [
    'Adeyemi',
    'Brandt',
    'Chen',
    'Dubois',
    'Eriksen',
    'Fischer',
    'García',
    'Haddad',
    'Ito',
    'Kowalski',
    'Lindqvist',
    'Moreau',
    'Nakamura',
    '小明',
    '国强',
    '丽华',
  ],
};

/** 40 lessons of 8 blocks. */
const manifest = {
  title: 'A course',
  modules: Array.from({ length: 10 }, (_, module) => ({
    id: `m${module}`,
    lessons: Array.from({ length: 4 }, (__, lesson) => ({
      id: `l${module}-${lesson}`,
      title: 'A lesson',
      blocks: Array.from({ length: 8 }, (___, block) => ({
        id: `b${block}`,
        label: 'A block',
        completesBy: 'viewed',
      })),
    })),
  })),
};

/**
 * Fills an empty, migrated database. Triggers and foreign keys are switched off meanwhile, so what they would
 * keep is written here: above all the time in which an enrollment counts.
 */
export async function fill(sql: Sql): Promise<void> {
  const { people, courses, each, great } = size;
  await sql`set statement_timeout = 0`;
  await sql`set idle_in_transaction_session_timeout = 0`;
  await sql`set maintenance_work_mem = '256MB'`;
  // Indexes are made when the rows are there: a tenth of the time.
  const indexes = await sql<{ name: string; def: string }[]>`
    select i.indexname as name, i.indexdef as def from pg_indexes i
    where i.tablename = 'enrollments' and i.indexname <> 'enrollments_pkey'`;
  await sql.begin(async (turn) => {
    for (const { name } of indexes) await turn.unsafe(`drop index "${name}"`);
    await turn`set local session_replication_role = replica`;
    await turn`
      insert into users (email, name, password_hash, email_confirmed_at, unclaimed_since, suspended_at, role, created_at)
      select 'person' || n || '@school' || n % 40 || '.example',
        (${names.first}::text[])[1 + n % 16] || ' ' || (${names.last}::text[])[1 + (n / 16) % 16] || ' ' || n / 256, 'none',
        case when n % 20 > 0 then now() end, case when n % 50 = 7 then now() end, case when n % 500 = 3 then now() end,
        case when n % 1000 = 1 then 'instructor' when n % 10000 = 2 then 'admin' else 'student' end,
        now() - n * interval '7 minutes'
      from generate_series(1, ${people}::int) n`;
    await turn`
      create temporary table person on commit drop as select row_number() over (order by email) - 1 as n, id from users`;
    await turn`create unique index on person (n)`;
    await turn`analyze person`;
    await turn`insert into courses (slug) select 'course-' || n from generate_series(0, ${courses}::int) n`;
    await turn`
      insert into editions (course_id, number, content_hash, manifest)
      select id, 1, md5(slug), ${JSON.stringify(manifest)}::text::jsonb from courses`;
    await turn`
      update courses c set current_edition_id = e.id from editions e where e.course_id = c.id`;
    await turn`
      insert into cohorts (course_id, name) select id, 'Cohort ' || n from courses, generate_series(1, 2) n`;
    await turn`
      create temporary table place on commit drop as
      select right(c.slug, -7)::int as n, c.id, c.current_edition_id as edition,
        array(select k.id from cohorts k where k.course_id = c.id) as cohorts from courses c`;
    await turn`
      insert into enrollments (id, percent, course_id, user_id, edition_id, cohort_id, state, ends_at, ends_zone, valid_until,
        offer_until, waitlisted_at, source, last_active_at, created_at)
      select s.id, drawn.lessons * 100 / 40, p.id, person.id, p.edition, case when i % 3 > 0 then p.cohorts[i % 3] end, s.state, s.ends,
        case when s.ends is not null then 'UTC' end, case s.state when 'invited' then now() + interval '1 day' else s.ends end,
        case s.state when 'invited' then now() + interval '1 day' end, case s.state when 'waitlisted' then now() end,
        case when i % 4 = 0 then 'sis' end, case when i % 10 > 0 then now() - (i * 7919 % 17280000) * interval '1 second' end,
        now() - (i * 104729 % 34560000) * interval '1 second'
      from place p
      cross join lateral generate_series(0, case when p.n = ${courses} then ${great}::int else ${each}::int end - 1) k
      cross join lateral (select p.n::bigint * ${each}::bigint + k as i) row
      join person on person.n = case when p.n = ${courses} then k else (p.n * 50 + k * 199) % ${people}::int end
      cross join lateral (select
        case when i % 200 < 120 then 'active' when i % 200 < 160 then 'completed' when i % 200 < 176 then 'expired'
          when i % 200 < 188 then 'withdrawn' when i % 200 < 194 then 'paused' when i % 200 < 196 then 'invited'
          when i % 200 < 198 then 'waitlisted' when i % 200 < 199 then 'requested' else 'removed' end as state,
        md5('enrollment ' || i)::uuid as id,
        case when i % 7 = 0 then now() + (i % 400 - 20) * interval '1 day' end as ends) s
      -- Most have begun only; a few are at any of the 40 lessons.
      cross join lateral (select case when b < 8 then b * 5 else b % 3 end as lessons
        from (select get_byte(uuid_send(s.id), 15) as b) byte) drawn`;
    await turn`
      insert into lesson_progress (enrollment_id, lesson_id, done_blocks, percent)
      select e.id, 'l' || ((m - 1) / 4) || '-' || ((m - 1) % 4), '{b0,b1,b2,b3,b4,b5,b6,b7}', 100
      from enrollments e cross join lateral generate_series(1, (e.percent * 40 + 99) / 100) m`;
    for (const { def } of indexes) await turn.unsafe(def);
  });
  for (const table of ['users', 'courses', 'editions', 'cohorts', 'enrollments', 'lesson_progress'])
    await sql.unsafe(`vacuum analyze ${table}`);
  await sql`set statement_timeout = '5s'`;
}

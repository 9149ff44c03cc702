// How long the database takes for the tables of people and enrollments at a million enrollments.
import { connect, type Database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { countActive } from '@/db/queries/roster';
import { listPeople } from '@/features/accounts/list-people';
import { listEnrollments } from '@/features/enrollment/roster/list-enrollments';
import { listRoster } from '@/features/enrollment/roster/list-roster';
import { getCourseTerms } from '@/features/enrollment/terms/get-course-terms';
import { saveCourseTerms } from '@/features/enrollment/terms/save-course-terms';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { measureOperation } from './operations';
import { fill, size } from './people-rows';

/** How long dates of a course took to reach all of its people, in ms, and how long its learners' writes would wait. */
export type DatesFigure = { people: number; ms: number; alone: number };

export type PeopleFigure = {
  name: string;
  p50: number;
  p95: number;
  cpu: number | null;
  statements: number;
  limited: boolean;
};

const admin: Actor = {
  userId: '00000000-0000-4000-8000-000000000000',
  sessionId: '00000000-0000-4000-8000-000000000000',
  name: 'Bench',
  email: 'bench@school.example',
  role: 'admin',
  emailConfirmed: true,
};

/** Fills a database of its own and measures what its tables ask of it. */
export async function benchPeople(
  url: string,
): Promise<{ figures: PeopleFigure[]; dates: DatesFigure; enrollments: number }> {
  await migrateDatabase(url);
  const { sql } = connect(url, { max: 1 });
  await fill(sql);
  const [row] = await sql`select count(*)::int as total from enrollments`;
  await sql.end();
  return { figures: await measurePeople(url), dates: await measureDates(url), enrollments: row?.total };
}

/** Gives the great course another end, which its people have from then on, as its form does it. */
async function measureDates(url: string): Promise<DatesFigure> {
  const { sql, db } = connect(url, { max: 1 });
  const course = `course-${size.courses}`;
  const { form, version } = await perform(getCourseTerms, { course }, { db, actor: admin });
  const before = performance.now();
  await perform(
    saveCourseTerms,
    { course, ...form, ends: '2031-01-01T00:00', version },
    { db, actor: admin },
  );
  const ms = performance.now() - before;
  const alone = await bareUpdate(sql, course);
  await sql.end();
  return { people: size.great, ms, alone };
}

/** The same column of the same rows by one statement that works nothing out, taken back again. */
async function bareUpdate(sql: ReturnType<typeof connect>['sql'], course: string): Promise<number> {
  let ms = 0;
  await sql
    .begin(async (turn) => {
      await turn`set local statement_timeout = 0`;
      const begun = performance.now();
      await turn`
        update enrollments set valid_until = valid_until + interval '1 day'
        where course_id = (select id from courses where slug = ${course})`;
      ms = performance.now() - begun;
      throw new Error('taken back');
    })
    .catch(() => {});
  return ms;
}

/** Measures what the tables ask of a database that is filled. */
export async function measurePeople(
  url: string,
  said: (figure: PeopleFigure) => void = () => {},
): Promise<PeopleFigure[]> {
  const { sql, db } = connect(url, { max: 1 });
  // All of the work in the one process whose time is read.
  await sql`set max_parallel_workers_per_gather = 0`;
  const people = (query: string) => (handle: Database) =>
    perform(listPeople, { query }, { db: handle, actor: admin });
  const site = (query: string) => (handle: Database) =>
    perform(listEnrollments, { query }, { db: handle, actor: admin });
  const roster = (course: number, query: string) => (handle: Database) =>
    perform(listRoster, { course: `course-${course}`, query }, { db: handle, actor: admin });
  const great = size.courses;
  const lines: [
    name: string,
    limited: boolean,
    of: (turn: number) => (handle: Database) => Promise<unknown>,
  ][] = [
    ['people: first page', true, () => people('')],
    ['people: a filter (instructors)', true, () => people('role=instructor')],
    ['people: a filter (not claimed yet)', true, () => people('status=unclaimed')],
    [
      'people: a search (part of a name)',
      true,
      (n) => people(`search=${['Lindqvist', 'moreau 3', 'Émilie I', 'nakam'][n % 4]}`),
    ],
    ['people: a search (part of an address)', true, (n) => people(`search=person${n * 31}`)],
    [
      'people: a search (two Chinese characters)',
      true,
      (n) => people(`search=${['小明', '国强', '丽华'][n % 3]}`),
    ],
    ['enrollments: first page', true, () => site('')],
    ['enrollments: a filter (on the waitlist)', true, () => site('state=waitlisted')],
    ['enrollments: a filter (expired)', true, () => site('state=expired')],
    ['enrollments: a filter (not active for 90 days)', true, () => site('activity=quiet-90')],
    [
      'enrollments: a search (part of a name)',
      true,
      (n) => site(`search=${['Lindqvist 3', 'moreau 7', 'Émilie I'][n % 3]}`),
    ],
    ['enrollments: a search (part of an address)', true, (n) => site(`search=person${n * 31}%40`)],
    ['enrollments: by last active', true, () => site('sort=active')],
    ['enrollments: by end', true, () => site('sort=ends&dir=up')],
    ['enrollments: by name', true, () => site('sort=name')],
    ['roster of 500: first page', true, (n) => roster(n, '')],
    ['roster of 500: a filter', true, (n) => roster(n, 'state=active&activity=quiet-30')],
    ['roster of 500: a search', true, (n) => roster(n, 'search=moreau')],
    ['roster of 500: by progress', true, (n) => roster(n, 'sort=progress')],
    ['roster of 100,000: first page', true, () => roster(great, '')],
    ['roster of 100,000: a search', true, () => roster(great, 'search=moreau')],
    ['roster of 100,000: a filter (half done)', true, () => roster(great, 'from=50')],
    ['roster of 100,000: by progress', true, () => roster(great, 'sort=progress')],
    ['roster of 100,000: by last active', true, () => roster(great, 'sort=active')],
    ['who is active now, in a course of 100,000', true, () => (handle) => active(handle, great)],
    ['who is active now, in all', true, () => (handle) => active(handle, null)],
  ];
  const figures: PeopleFigure[] = [];
  for (const [name, limited, of] of lines) {
    figures.push({ name, limited, ...(await measureOperation(db, of)) });
    said(figures.at(-1) as PeopleFigure);
  }
  await sql.end();
  return figures;
}

async function active(handle: Database, course: number | null): Promise<number> {
  const [row] = await handle.$client`select id from courses where slug = ${`course-${course}`}`;
  return countActive(handle, { courseId: row?.id ?? null, now: new Date() });
}

import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { enrollmentColumns, enrollmentValues } from '@/components/roster/export-values';
import { setProven } from '@/db/queries/sessions';
import { auditLog, courseStaff, enrollments, users } from '@/db/schema';
import { exportRoster } from '@/features/enrollment/roster/export-roster';
import { readRosterPart } from '@/features/enrollment/roster/read-roster-part';
import type { Actor } from '@/rules/access';
import { testDatabase } from '@/test/database';
import { makeCourse, makeUser } from '@/test/factories';
import { download } from './download';

const who = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock('server-only', () => ({}));
vi.mock('./auth/session', () => ({ currentActor: async () => who.actor }));

let base: Awaited<ReturnType<typeof testDatabase>>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeAll(async () => {
  base = await testDatabase();
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await base.close();
});
beforeEach(async () => {
  Object.assign(globalThis, { platformDatabase: base.db, platformDatabaseLostAt: undefined });
  course = await makeCourse(base.db);
  owner = await makeUser(base.db, { role: 'instructor' });
  await base.db
    .insert(courseStaff)
    .values({ courseId: course.courseId, userId: owner.userId, role: 'owner' });
  await setProven(base.db, owner.sessionId);
  who.actor = owner;
});

/** So many learners by the names `Person 00001` and on. */
const crowd = (count: number) =>
  base.db.execute(sql`
    with person as (
      insert into users (name, email, password_hash)
      select 'Person ' || lpad(n::text, 5, '0'), gen_random_uuid() || '@school.example', 'none'
      from generate_series(1, ${count}) n returning id
    )
    insert into enrollments (user_id, course_id, edition_id, state)
    select id, ${course.courseId}, ${course.editionId}, 'active' from person`);
const ask = (query = '', slug = course.slug) =>
  download(new Request(`http://localhost:3000/api/teach/${slug}/roster?${query}`), {
    begin: exportRoster,
    part: readRosterPart,
    input: { course: slug },
    columns: enrollmentColumns,
    values: enrollmentValues,
    page: `/teach/${slug}/roster`,
  });
const exports = async () =>
  (
    await base.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${course.slug}`))
  ).filter(({ action }) => action.startsWith('export'));

test('a file holds every row that matches, once and in the order of the table, whatever page the address was of', async () => {
  await crowd(2_345);
  await base.db
    .update(enrollments)
    .set({ state: 'paused' })
    .where(sql`user_id in (select id from users where name in ('Person 00007', 'Person 01001'))`);
  const answer = await ask(
    'state=active&sort=name&dir=down&column=state&after=nonsense&scope=all&format=csv',
  );
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${course.slug}-people.csv"`,
    'cache-control': 'private, no-store',
  });
  const [head, ...lines] = (await answer.text()).trimEnd().split('\r\n');
  expect(head).toContain('Name');
  const names = lines.map((line) => line.split(',')[0]);
  const all = Array.from({ length: 2_345 }, (_, n) => `Person ${String(n + 1).padStart(5, '0')}`);
  expect(names).toEqual(all.filter((name) => name !== 'Person 00007' && name !== 'Person 01001').reverse());
});

test('as JSON it is one whole array, also of one part exactly, and of nobody', async () => {
  await crowd(1_000);
  expect(JSON.parse(await (await ask('format=json')).text())).toHaveLength(1_000);
  expect(JSON.parse(await (await ask('format=json&state=removed')).text())).toEqual([]);
});

test('a cell that a spreadsheet would run begins with an apostrophe', async () => {
  await crowd(1);
  await base.db.update(users).set({ name: '=HYPERLINK("x")' }).where(sql`name = 'Person 00001'`);
  expect(await (await ask('format=csv')).text()).toContain(`"'=HYPERLINK(""x"")"`);
});

test('what was taken away is in the audit log, with its filter and before the first row leaves', async () => {
  await crowd(1);
  const answer = await ask('state=active&after=x&format=json');
  expect(await exports()).toMatchObject([
    { action: 'export-roster', actorId: owner.userId, detail: { filter: 'state=active' } },
  ]);
  await answer.body?.cancel();
});

test('without a password given lately one is led to give it, and back to the same rows', async () => {
  await base.db.execute(sql`update sessions set stepped_up_at = null where user_id = ${owner.userId}`);
  who.actor = { ...owner };
  const answer = await ask('state=active&after=x&format=csv');
  expect(answer.status).toBe(303);
  const next = `/teach/${course.slug}/roster?state=active`;
  expect(answer.headers.get('location')).toBe(`/account/prove?next=${encodeURIComponent(next)}`);
  expect(await exports()).toEqual([]);
});

test('who is not signed in is led to the sign-in page; who may not, and what is not there, are one 404', async () => {
  who.actor = null;
  expect((await ask()).headers.get('location')).toBe(
    `/sign-in?next=${encodeURIComponent(`/teach/${course.slug}/roster`)}`,
  );
  const answers: [number, string][] = [];
  for (const actor of [await makeUser(base.db), owner]) {
    await setProven(base.db, actor.sessionId);
    who.actor = actor;
    const answer = await ask('', actor === owner ? 'no-such-course' : course.slug);
    answers.push([answer.status, await answer.text()]);
  }
  expect(answers).toEqual([
    [404, 'Not found.'],
    [404, 'Not found.'],
  ]);
});

test('who loses the right while it is sent gets no further part, and no whole file', async () => {
  await crowd(2_500);
  const reader = (await ask('format=json')).body?.getReader();
  await reader?.read();
  await reader?.read();
  await base.db.delete(courseStaff).where(eq(courseStaff.userId, owner.userId));
  const rest = async () => {
    for (;;) if ((await reader?.read())?.done) return;
  };
  await expect(rest()).rejects.toThrow();
});

test('more than a person may ask for in a minute is answered 429', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 61; n += 1) {
    const answer = await ask('state=removed');
    statuses.push(answer.status);
    await answer.body?.cancel();
  }
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

test('while the database is away the answer is 503, and says when to ask again', async () => {
  const gone = () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  Object.assign(globalThis, {
    platformDatabase: { transaction: gone, $client: { end: async () => {} } },
  });
  const answer = await ask();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
});

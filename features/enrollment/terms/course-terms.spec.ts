import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, cohorts, courses, enrollments } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeUser } from '@/test/factories';
import { type Cast, cast, openTerms, refusedTo, setTerms } from '@/test/ways-in';
import { enroll } from '../enroll';
import { getCourseTerms } from './get-course-terms';
import { saveCourseTerms } from './save-course-terms';

let db: Database;
let close: () => Promise<void>;
let all: Cast;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  all = await cast(db);
});

const read = () => perform(getCourseTerms, { course: all.course.slug }, { db, actor: all.owner });
const save = (terms: Partial<typeof openTerms>, version: number, actor = all.owner) =>
  perform(saveCourseTerms, { course: all.course.slug, ...openTerms, ...terms, version }, { db, actor });
const stored = async () => {
  const [row] = await db.select().from(courses).where(eq(courses.id, all.course.courseId));
  if (!row) throw new Error('no course');
  return row;
};

test('what an owner sets holds, is shown again, and is in the audit log by name', async () => {
  await setTerms(db, all.course.courseId, { zone: 'Asia/Shanghai' });
  const { version } = await read();
  const terms = { policy: 'key', key: 'mountain-7', seats: '20', opens: '2026-12-01T09:00', waitlist: 'yes' };
  const { changed } = await save(terms, version);
  expect([...changed].sort()).toEqual(['key', 'opensAt', 'policy', 'seats', 'waitlist']);
  expect(await stored()).toMatchObject({
    enrollmentPolicy: 'key',
    enrollmentKey: 'mountain-7',
    seats: 20,
    opensAt: new Date('2026-12-01T01:00Z'),
  });
  expect(await read()).toMatchObject({ form: { ...openTerms, ...terms }, version: version + 1 });
  const [entry] = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, 'save-course-terms'), eq(auditLog.object, `course:${all.course.slug}`)));
  expect(JSON.stringify(entry?.detail)).toContain('seats');
  expect(JSON.stringify(entry?.detail)).not.toContain('mountain-7');
});

test('nobody but owners and staff of the site sees or sets them, and the key is for nobody else', async () => {
  const { owner, editor, grader, stranger, student, course } = all;
  const site = await makeUser(db, { role: 'staff' });
  const people = [owner, site, editor, grader, stranger, student, null];
  const refused = ['done', 'done', 'NotFound', 'NotFound', 'NotFound', 'NotFound', 'NotSignedIn'];
  expect(await refusedTo(db, getCourseTerms, { course: course.slug }, people)).toEqual(refused);
  const input = { course: course.slug, ...openTerms, version: 1 };
  expect((await refusedTo(db, saveCourseTerms, input, people)).slice(2)).toEqual(refused.slice(2));
});

test('of two who save on top of the same version, the second is not heard', async () => {
  const { version } = await read();
  const outcomes = await Promise.allSettled([save({ seats: '3' }, version), save({ seats: '5' }, version)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(rejected?.reason).toMatchObject({ code: 'changed-meanwhile' });
  expect((await stored()).version).toBe(version + 1);
});

test('seats that are taken are not taken away, and the field says how many are', async () => {
  const people = [await makeUser(db), await makeUser(db)];
  for (const actor of people) await perform(enroll, { slug: all.course.slug }, { db, actor });
  const { version } = await read();
  await expect(save({ seats: '1' }, version)).rejects.toMatchObject({
    fields: { seats: '2 seats are taken, so there cannot be fewer.' },
  });
  await save({ seats: '2' }, version);
  expect((await stored()).seats).toBe(2);
});

test('fewer seats while people come in: never more people than seats', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => makeUser(db)));
  const { version } = await read();
  const [saved] = await Promise.allSettled([
    save({ seats: '3' }, version),
    ...people.map((actor) => perform(enroll, { slug: all.course.slug }, { db, actor })),
  ]);
  const { seats, seatsTaken } = await stored();
  const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, all.course.courseId));
  expect(rows).toHaveLength(seatsTaken);
  if (saved?.status === 'fulfilled') expect(seatsTaken).toBeLessThanOrEqual(seats ?? 0);
  else expect(saved?.reason).toMatchObject({ name: 'InvalidInput' });
});

test('dates reach the enrollments that have none of their own, also while people enroll', async () => {
  const own = new Date('2031-01-01T00:00Z');
  await makeEnrollment(db, await makeUser(db), all.course, { endsAt: own });
  const people = await Promise.all(Array.from({ length: 6 }, () => makeUser(db)));
  for (const person of people.slice(0, 3)) await makeEnrollment(db, person, all.course);
  const { version } = await read();
  await Promise.all([
    save({ ends: '2030-06-30T12:00' }, version),
    ...people.slice(3).map((actor) => perform(enroll, { slug: all.course.slug }, { db, actor })),
  ]);
  const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, all.course.courseId));
  const ends = rows.map(({ validUntil }) => validUntil?.toISOString()).sort();
  expect(ends.at(-1)).toBe(own.toISOString());
  expect(ends.slice(0, 3)).toEqual(Array(3).fill('2030-06-30T12:00:00.000Z'));
});

test('dates of a course reach whoever neither they nor their cohort give another, and nobody is written in vain', async () => {
  const { course } = all;
  const term = { begins: new Date('2030-02-01T00:00Z'), ends: new Date('2030-03-01T00:00Z') };
  const [bare, dated] = await db
    .insert(cohorts)
    .values([
      { courseId: course.courseId, name: 'Bare' },
      { courseId: course.courseId, name: 'Dated', startsAt: term.begins, endsAt: term.ends },
    ])
    .returning({ id: cohorts.id });
  const own = new Date('2031-01-01T00:00Z');
  const offered = new Date('2029-01-01T00:00Z');
  const kinds = {
    plain: {},
    own: { endsAt: own, endsZone: 'UTC' },
    bare: { cohortId: bare?.id },
    dated: { cohortId: dated?.id },
    invited: { state: 'invited', offerUntil: offered, cohortId: bare?.id },
  } as const;
  for (const also of Object.values(kinds)) {
    const { userId } = await makeUser(db);
    const { courseId, editionId } = course;
    await db.insert(enrollments).values({ courseId, editionId, userId, state: 'active', ...also });
  }
  const spans = async () => {
    const rows = await db.execute<{ from: string; until: string; written: string }>(sql`
      select valid_from as from, valid_until as until, xmin::text as written from enrollments
      where course_id = ${course.courseId}
      order by cohort_id is not distinct from ${dated?.id}::uuid, state = 'invited', cohort_id is not null, ends_at is not null`);
    return {
      times: rows.map((row) => [row.from, row.until].map((at) => at && new Date(at).toISOString())),
      written: rows.map(({ written }) => written),
    };
  };
  const before = await spans();
  await save({ starts: '2030-01-01T00:00', ends: '2030-06-30T12:00' }, (await read()).version);
  const [from, until] = ['2030-01-01T00:00:00.000Z', '2030-06-30T12:00:00.000Z'];
  const after = await spans();
  expect(after.times).toEqual([
    [from, until],
    [from, own.toISOString()],
    [from, until],
    [from, offered.toISOString()],
    [term.begins.toISOString(), term.ends.toISOString()],
  ]);
  expect(after.written.map((row, i) => row === before.written[i])).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  await db
    .update(cohorts)
    .set({ endsAt: new Date('2030-05-01T00:00Z') })
    .where(eq(cohorts.id, bare?.id ?? ''));
  expect((await spans()).times.map(([, end]) => end)).toEqual([
    until,
    own.toISOString(),
    '2030-05-01T00:00:00.000Z',
    offered.toISOString(),
    term.ends.toISOString(),
  ]);
});

test('what cannot be is said at its field, and nothing is stored', async () => {
  const { version } = await read();
  await expect(save({ policy: 'key' }, version)).rejects.toMatchObject({
    fields: { key: 'Give the key that people need.' },
  });
  await expect(save({ seats: 'many', closes: 'soon' }, version)).rejects.toMatchObject({
    fields: { seats: expect.any(String), closes: expect.any(String) },
  });
  expect((await stored()).version).toBe(version);
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, cohortStaff, cohorts, enrollments, rateLimits } from '@/db/schema';
import { removeStaff } from '@/features/authoring/courses/remove-staff';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { address, type Cast, cast, mailsTo, makeCohort, openTerms, refusedTo } from '@/test/ways-in';
import { getCare } from '../care/get-care';
import { enroll } from '../enroll';
import { listRoster } from '../roster/list-roster';
import { addCohortInstructor } from './add-cohort-instructor';
import { archiveCohort } from './archive-cohort';
import { createCohort } from './create-cohort';
import { getCohort } from './get-cohort';
import { getNewCohort } from './get-new-cohort';
import { listCohorts } from './list-cohorts';
import { removeCohortInstructor } from './remove-cohort-instructor';
import { restoreCohort } from './restore-cohort';
import { saveCohort } from './save-cohort';

let db: Database;
let close: () => Promise<void>;
let all: Cast;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  await db.delete(rateLimits);
  all = await cast(db);
});

const fields = { ...openTerms, name: 'Spring', zone: 'Europe/Berlin', edition: '' };
const create = (given: Partial<typeof fields> = {}, actor = all.owner) =>
  perform(createCohort, { course: all.course.slug, ...fields, ...given }, { db, actor });
const read = (cohort: string, actor = all.owner) =>
  perform(getCohort, { course: all.course.slug, cohort }, { db, actor });
const save = (cohort: string, version: number, given: Partial<typeof fields>) =>
  perform(
    saveCohort,
    { course: all.course.slug, cohort, version, ...fields, ...given },
    { db, actor: all.owner },
  );

test('a cohort is made with terms of its own, pinned to an edition, and listed with its seats', async () => {
  const { cohortId } = await create({
    seats: '3',
    edition: '1',
    starts: '2030-01-10T09:00',
    waitlist: 'yes',
  });
  for (const actor of [await makeUser(db), await makeUser(db)])
    await perform(enroll, { slug: all.course.slug, cohort: cohortId }, { db, actor });
  const { cohorts: listed } = await perform(
    listCohorts,
    { course: all.course.slug },
    { db, actor: all.grader },
  );
  expect(listed).toMatchObject([
    { id: cohortId, name: 'Spring', state: 'upcoming', seats: 3, seatsTaken: 2, waiting: 0 },
  ]);
  const cohort = await read(cohortId);
  expect(cohort).toMatchObject({ edition: 1, form: { starts: '2030-01-10T09:00', seats: '3' } });
  const [row] = await db.select().from(enrollments).where(eq(enrollments.cohortId, cohortId));
  expect(row?.validFrom).toEqual(new Date('2030-01-10T08:00Z'));
});

test('owners and staff of the site keep cohorts; others of the course read them without the key; nobody else finds them', async () => {
  const { owner, editor, grader, stranger, student } = all;
  const site = await makeUser(db, { role: 'staff' });
  const course = all.course.slug;
  const cohort = await makeCohort(db, all.course.courseId, {
    enrollmentPolicy: 'key',
    enrollmentKey: 'secret-7',
  });
  const people = [owner, site, editor, grader, stranger, student, null];
  const manage = ['done', 'done', 'NotFound', 'NotFound', 'NotFound', 'NotFound', 'NotSignedIn'];
  const readers = ['done', 'done', 'done', 'done', 'NotFound', 'NotFound', 'NotSignedIn'];
  expect(await refusedTo(db, listCohorts, { course }, people)).toEqual(readers);
  expect(await refusedTo(db, getCohort, { course, cohort }, people)).toEqual(readers);
  expect(await refusedTo(db, getNewCohort, { course }, people)).toEqual(manage);
  expect(await refusedTo(db, archiveCohort, { course, cohort }, people)).toEqual(manage);
  expect(await refusedTo(db, restoreCohort, { course, cohort }, people)).toEqual(manage);
  const others = people.slice(2);
  const shut = manage.slice(2);
  expect(await refusedTo(db, createCohort, { course, ...fields }, others)).toEqual(shut);
  expect(await refusedTo(db, saveCohort, { course, cohort, ...fields, version: 1 }, others)).toEqual(shut);
  const person = owner.userId;
  expect(await refusedTo(db, removeCohortInstructor, { course, cohort, person }, others)).toEqual(shut);
  const whom = { course, cohort, person, address };
  expect(await refusedTo(db, addCohortInstructor, whom, others)).toEqual(shut);
  expect((await read(cohort, grader)).form).toBeNull();
  expect((await read(cohort)).form?.key).toBe('secret-7');
});

test('the cohort of one course is in no other course', async () => {
  const other = await cast(db);
  const cohort = await makeCohort(db, other.course.courseId);
  await expect(read(cohort)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(save(cohort, 1, {})).rejects.toMatchObject({ name: 'NotFound' });
  await expect(create({ edition: '99' })).rejects.toMatchObject({ fields: { edition: expect.any(String) } });
});

test('two cohorts of a course are not called alike, whoever is quicker', async () => {
  const made = await Promise.allSettled([create(), create({ name: ' spring ' }), create({ name: 'SPRING' })]);
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { cohortId } = await create({ name: 'Autumn' });
  const { version } = await read(cohortId);
  await expect(save(cohortId, version, { name: 'Spring' })).rejects.toMatchObject({
    fields: { name: expect.stringContaining('called so') },
  });
  await save(cohortId, version, { name: 'autumn' });
});

test('a change is on top of the version that was read, and keeps seats that are taken', async () => {
  const { cohortId } = await create({ seats: '2' });
  for (const actor of [await makeUser(db), await makeUser(db)])
    await perform(enroll, { slug: all.course.slug, cohort: cohortId }, { db, actor });
  const { version } = await read(cohortId);
  await expect(save(cohortId, version, { seats: '1' })).rejects.toMatchObject({
    fields: { seats: '2 seats are taken, so there cannot be fewer.' },
  });
  expect((await save(cohortId, version, { seats: '4', name: 'Summer' })).changed).toEqual(['seats', 'name']);
  await expect(save(cohortId, version, { seats: '5' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
});

test('a cohort is archived and restored, once each; an archived one takes nobody', async () => {
  const { cohortId: cohort } = await create();
  const input = { course: all.course.slug, cohort };
  for (const changed of [true, false])
    expect(await perform(archiveCohort, input, { db, actor: all.owner })).toEqual({ changed });
  const actor = await makeUser(db);
  await expect(perform(enroll, { slug: all.course.slug, cohort }, { db, actor })).rejects.toMatchObject({
    code: 'course-archived',
  });
  await perform(restoreCohort, input, { db, actor: all.owner });
  expect((await db.select().from(cohorts).where(eq(cohorts.id, cohort)))[0]?.archivedAt).toBeNull();
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `cohort:${cohort}`));
  expect(entries.map(({ action }) => action)).toEqual(['create-cohort', 'archive-cohort', 'restore-cohort']);
});

test('only who works on the course is made an instructor of a cohort, once, and is told', async () => {
  const { cohortId: cohort } = await create();
  const { grader, stranger, student, course } = all;
  const add = ({ userId }: { userId: string }) =>
    perform(
      addCohortInstructor,
      { course: course.slug, cohort, person: userId, address },
      { db, actor: all.owner },
    );
  for (const person of [student, stranger])
    await expect(add(person)).rejects.toMatchObject({ fields: { person: expect.any(String) } });
  expect((await read(cohort)).candidates).toHaveLength(3);
  await add(grader);
  await expect(add(grader)).rejects.toMatchObject({ code: 'teaches-cohort-already' });
  const { instructors, candidates } = await read(cohort);
  expect([instructors.length, candidates.length]).toEqual([1, 2]);
  expect((await mailsTo(db, grader))[0]?.body).toContain(`/teach/${course.slug}/roster?cohort=${cohort}`);
  const input = { course: course.slug, cohort, person: grader.userId };
  for (const changed of [true, false])
    expect(await perform(removeCohortInstructor, input, { db, actor: all.owner })).toEqual({ changed });
});

test('whoever is taken off the course is off its cohorts too, and off no other', async () => {
  const { grader, course, owner } = all;
  const cohort = await makeCohort(db, course.courseId);
  const other = await cast(db);
  const elsewhere = await makeCohort(db, other.course.courseId);
  for (const cohortId of [cohort, elsewhere])
    await db.insert(cohortStaff).values({ cohortId, userId: grader.userId });
  await perform(removeStaff, { course: course.slug, userId: grader.userId }, { db, actor: owner });
  expect((await read(cohort)).instructors).toEqual([]);
  expect(await db.select().from(cohortStaff).where(eq(cohortStaff.userId, grader.userId))).toEqual([
    { cohortId: elsewhere, userId: grader.userId },
  ]);
});

test('the roster and the care of a course say which of its cohorts one teaches: none that is archived, the newest first', async () => {
  const { grader, owner, course } = all;
  const other = await cast(db);
  const make = (name: string, values: object = {}, courseId = course.courseId) =>
    makeCohort(db, courseId, { name, ...values });
  const ids = [
    await make('Old', { startsAt: new Date('2025-01-01') }),
    await make('New', { startsAt: new Date('2026-01-01') }),
    await make('Archived', { startsAt: new Date('2026-06-01'), archivedAt: new Date() }),
    await make('Elsewhere', {}, other.course.courseId),
  ];
  await make('Of somebody else', { startsAt: new Date('2026-07-01') });
  for (const cohortId of ids)
    for (const { userId } of [grader, owner]) await db.insert(cohortStaff).values({ cohortId, userId });
  const own = async (actor: Actor) =>
    (await perform(listRoster, { course: course.slug, query: '' }, { db, actor })).own.map(
      ({ name }) => name,
    );
  expect(await own(grader)).toEqual(['New', 'Old']);
  expect(await own(all.editor)).toEqual([]);
  const care = await perform(getCare, { course: course.slug, cohort: 'any' }, { db, actor: owner });
  expect(care.own.map(({ name }) => name)).toEqual(['New', 'Old']);
});

test('teaching a cohort gives no rights: who is not of the course finds nothing of it', async () => {
  const { stranger, course } = all;
  const cohort = await makeCohort(db, course.courseId);
  await db.insert(cohortStaff).values({ cohortId: cohort, userId: stranger.userId });
  const tried = [
    [listRoster, { course: course.slug, query: `cohort=${cohort}` }],
    [getCohort, { course: course.slug, cohort }],
    [getCare, { course: course.slug, cohort }],
  ] as const;
  for (const [op, input] of tried) expect(await refusedTo(db, op, input, [stranger])).toEqual(['NotFound']);
});

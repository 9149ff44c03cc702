import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courses, enrollmentEvents, enrollments } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeUser } from '@/test/factories';
import { enroll } from './enroll';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const rowsOf = (courseId: string) => db.select().from(enrollments).where(eq(enrollments.courseId, courseId));
const seatsTaken = async (courseId: string) => {
  const [row] = await db.select({ taken: courses.seatsTaken }).from(courses).where(eq(courses.id, courseId));
  return row?.taken;
};
const people = (count: number) => Promise.all(Array.from({ length: count }, () => makeUser(db)));

test('an enrollment is pinned to the current edition, with a history and an audit entry', async () => {
  const { slug, courseId, editionId } = await makeCourse(db);
  const actor = await makeUser(db);
  const { enrollmentId, outcome } = await perform(enroll, { slug }, { db, actor });
  expect(outcome).toBe('enrolled');
  expect(await rowsOf(courseId)).toMatchObject([
    { id: enrollmentId, userId: actor.userId, editionId, state: 'active' },
  ]);
  const events = await db
    .select()
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.enrollmentId, enrollmentId ?? ''));
  expect(events).toMatchObject([{ from: null, to: 'active', editionId, actorId: actor.userId }]);
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `enrollment:${enrollmentId}`));
  expect(audit).toMatchObject([
    { action: 'enroll', actorId: actor.userId, detail: { course: slug, outcome: 'enrolled' } },
  ]);
});

test('sixty people on fifty seats: fifty enroll', async () => {
  const { slug, courseId } = await makeCourse(db, { seats: 50 });
  const sixty = await people(60);
  const results = await Promise.allSettled(sixty.map((actor) => perform(enroll, { slug }, { db, actor })));
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toHaveLength(10);
  for (const { reason } of refused) expect(reason).toMatchObject({ name: 'Refused', code: 'course-full' });
  expect(await rowsOf(courseId)).toHaveLength(50);
  expect(await seatsTaken(courseId)).toBe(50);
});

test('a double click is one enrollment', async () => {
  const { slug, courseId } = await makeCourse(db, { seats: 1 });
  const actor = await makeUser(db);
  const clicks = Array.from({ length: 6 }, () => perform(enroll, { slug }, { db, actor }));
  const outcomes = (await Promise.all(clicks)).map((result) => result.outcome).sort();
  expect(outcomes).toEqual(['already', 'already', 'already', 'already', 'already', 'enrolled']);
  const rows = await rowsOf(courseId);
  expect(rows).toHaveLength(1);
  expect(await seatsTaken(courseId)).toBe(1);
  const events = await db
    .select()
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.enrollmentId, rows[0]?.id ?? ''));
  expect(events).toHaveLength(1);
});

test('a refused enrollment leaves nothing behind', async () => {
  const { slug, courseId } = await makeCourse(db, { policy: 'closed' });
  const actor = await makeUser(db);
  await expect(perform(enroll, { slug }, { db, actor })).rejects.toMatchObject({ code: 'enrollment-closed' });
  expect(await rowsOf(courseId)).toEqual([]);
  expect(await seatsTaken(courseId)).toBe(0);
});

test('an address that was not confirmed enrolls nobody', async () => {
  const { slug } = await makeCourse(db);
  const actor = await makeUser(db, { confirmed: false });
  await expect(perform(enroll, { slug }, { db, actor })).rejects.toMatchObject({
    code: 'confirm-email-first',
  });
});

test('nobody enrolls without signing in', async () => {
  const { slug } = await makeCourse(db);
  await expect(perform(enroll, { slug }, { db, actor: null })).rejects.toMatchObject({ name: 'NotSignedIn' });
});

test('there is no enrolling in a draft or in a course that does not exist', async () => {
  const actor = await makeUser(db);
  await db.insert(courses).values({ slug: 'a-draft' });
  for (const slug of ['a-draft', 'no-such-course']) {
    await expect(perform(enroll, { slug }, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
  }
});

import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courses, enrollmentEvents, enrollments, evidence } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { enroll } from './enroll';
import { withdraw } from './withdraw';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const seatsTaken = async (courseId: string) => {
  const [row] = await db.select({ taken: courses.seatsTaken }).from(courses).where(eq(courses.id, courseId));
  return row?.taken;
};
const enrollmentOf = async (actor: Actor) => {
  const [row] = await db.select().from(enrollments).where(eq(enrollments.userId, actor.userId));
  return row;
};

test('withdrawing frees the seat and keeps the work', async () => {
  const { slug, courseId, editionId } = await makeCourse(db, { seats: 1 });
  const [first, second] = await Promise.all([makeUser(db), makeUser(db)]);
  const { enrollmentId } = await perform(enroll, { slug }, { db, actor: first });
  await db.insert(evidence).values({
    enrollmentId: enrollmentId ?? '',
    editionId,
    lessonId: 'one',
    blockId: 'opening',
    kind: 'viewed',
    idempotencyKey: 'viewed:one:opening',
  });
  await expect(perform(enroll, { slug }, { db, actor: second })).rejects.toMatchObject({
    code: 'course-full',
  });

  await perform(withdraw, { slug }, { db, actor: first });
  expect((await enrollmentOf(first))?.state).toBe('withdrawn');
  expect(await seatsTaken(courseId)).toBe(0);
  const work = await db
    .select()
    .from(evidence)
    .where(eq(evidence.enrollmentId, enrollmentId ?? ''));
  expect(work).toHaveLength(1);
  expect((await perform(enroll, { slug }, { db, actor: second })).outcome).toBe('enrolled');
});

test('coming back opens the same enrollment on the same edition, even when a newer one is current', async () => {
  const { slug, courseId, editionId } = await makeCourse(db);
  const actor = await makeUser(db);
  const { enrollmentId } = await perform(enroll, { slug }, { db, actor });
  await perform(withdraw, { slug }, { db, actor });
  const newer = await makeCourse(db);
  await db.update(courses).set({ currentEditionId: newer.editionId }).where(eq(courses.id, courseId));

  const again = await perform(enroll, { slug }, { db, actor });
  expect(again).toEqual({ slug, enrollmentId, outcome: 'again' });
  expect(await enrollmentOf(actor)).toMatchObject({ id: enrollmentId, state: 'active', editionId });
  expect(await seatsTaken(courseId)).toBe(1);
  const history = await db
    .select({ from: enrollmentEvents.from, to: enrollmentEvents.to })
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.enrollmentId, enrollmentId ?? ''))
    .orderBy(asc(enrollmentEvents.id));
  expect(history).toEqual([
    { from: null, to: 'active' },
    { from: 'active', to: 'withdrawn' },
    { from: 'withdrawn', to: 'active' },
  ]);
});

test('withdrawing twice at once frees one seat', async () => {
  const { slug, courseId } = await makeCourse(db, { seats: 5 });
  const [leaving, staying] = await Promise.all([makeUser(db), makeUser(db)]);
  for (const actor of [leaving, staying]) await perform(enroll, { slug }, { db, actor });
  const clicks = Array.from({ length: 4 }, () => perform(withdraw, { slug }, { db, actor: leaving }));
  const outcomes = (await Promise.all(clicks)).map((result) => result.outcome).sort();
  expect(outcomes).toEqual(['already', 'already', 'already', 'withdrawn']);
  expect(await seatsTaken(courseId)).toBe(1);
  const id = (await enrollmentOf(leaving))?.id;
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `enrollment:${id}`));
  expect(audit.filter((entry) => entry.action === 'withdraw')).toHaveLength(1);
});

test('enrolling and withdrawing at once never loses or leaks a seat', async () => {
  const { slug, courseId } = await makeCourse(db, { seats: 3 });
  const crowd = await Promise.all(Array.from({ length: 6 }, () => makeUser(db)));
  for (let round = 0; round < 4; round++) {
    await Promise.allSettled(
      crowd.flatMap((actor) => [
        perform(enroll, { slug }, { db, actor }),
        perform(withdraw, { slug }, { db, actor }),
      ]),
    );
    const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, courseId));
    expect(await seatsTaken(courseId)).toBe(rows.filter((row) => row.state === 'active').length);
  }
});

test('a paused enrollment is not left by oneself', async () => {
  const course = await makeCourse(db);
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, course, { state: 'paused' });
  await expect(perform(withdraw, { slug: course.slug }, { db, actor })).rejects.toMatchObject({
    code: 'not-from-this-state',
  });
});

test('nobody withdraws somebody else, or from a course they are not in', async () => {
  const { slug } = await makeCourse(db);
  const [owner, stranger] = await Promise.all([makeUser(db), makeUser(db)]);
  await perform(enroll, { slug }, { db, actor: owner });
  await expect(perform(withdraw, { slug }, { db, actor: stranger })).rejects.toMatchObject({
    name: 'NotFound',
  });
  expect((await enrollmentOf(owner))?.state).toBe('active');
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { cohortStaff, enrollments, users } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { makeCohort } from '@/test/rosters';
import { getStanding } from './get-standing';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let cohortId: string;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db);
  cohortId = await makeCohort(db, course.courseId, { name: 'Evening class' });
});

async function instructor(name: string, of = cohortId): Promise<Actor & { email: string }> {
  const actor = await makeUser(db, { role: 'instructor', name });
  await makeStaff(db, actor, course.courseId);
  await db.insert(cohortStaff).values({ cohortId: of, userId: actor.userId });
  return actor;
}
async function learner(
  state: 'active' | 'withdrawn' | 'paused' = 'active',
  cohort: string | null = cohortId,
) {
  const actor = await makeUser(db);
  const id = await makeEnrollment(db, actor, course, { state });
  await db.update(enrollments).set({ cohortId: cohort }).where(eq(enrollments.id, id));
  return actor;
}
const cohortSeenBy = async (actor: Actor) =>
  (await perform(getStanding, { course: course.slug }, { db, actor })).ownCohort;

test('a learner sees who teaches their cohort, and how they are reached', async () => {
  const [mei, ada] = [await instructor('Mei'), await instructor('Ada')];
  await instructor('Of another cohort', await makeCohort(db, course.courseId));
  expect(await cohortSeenBy(await learner())).toEqual({
    name: 'Evening class',
    instructors: [
      { name: 'Ada', email: ada.email },
      { name: 'Mei', email: mei.email },
    ],
  });
});

test('whoever is suspended, or works on the course no more, is not who to ask', async () => {
  const gone = await instructor('Suspended');
  await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, gone.userId));
  const never = await makeUser(db, { role: 'instructor' });
  await db.insert(cohortStaff).values({ cohortId, userId: never.userId });
  expect(await cohortSeenBy(await learner())).toEqual({ name: 'Evening class', instructors: [] });
});

test('who is in no cohort, may not learn, or is staff sees no addresses', async () => {
  await instructor('Ada');
  const staff = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, staff, course.courseId);
  for (const actor of [
    await learner('active', null),
    await learner('withdrawn'),
    await learner('paused'),
    staff,
  ])
    expect(await cohortSeenBy(actor)).toBeNull();
});

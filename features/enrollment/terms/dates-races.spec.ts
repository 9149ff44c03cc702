import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { cohorts, courses, enrollments, evidence } from '@/db/schema';
import { answerQuestion } from '@/features/learning/answer-question';
import { completeLesson } from '@/features/learning/complete-lesson';
import type { Actor } from '@/rules/access';
import { viewKey } from '@/rules/learning/evidence';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { hold, waiting } from '@/test/locks';
import { makeCohort, openTerms } from '@/test/ways-in';
import { saveCohort } from '../cohorts/save-cohort';
import { saveCourseTerms } from './save-course-terms';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
let cohort: string;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db, { lessons: ['one'] });
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
  cohort = await makeCohort(db, course.courseId, { name: 'Spring' });
});

const [past, later] = ['2020-01-31T12:00', '2099-06-30T12:00'];
const setCourse = (ends: string) =>
  perform(saveCourseTerms, { course: course.slug, ...openTerms, ends, version: 1 }, { db, actor: owner });
const setCohort = (ends: string) => {
  const fields = { ...openTerms, name: 'Spring', zone: 'UTC', edition: '', ends, version: 1 };
  return perform(saveCohort, { course: course.slug, cohort, ...fields }, { db, actor: owner });
};
/** Dates that are written by hand, without the locks of those who save them in the studio. */
const setByHand = (ends: string) =>
  db
    .update(courses)
    .set({ endsAt: new Date(`${ends}Z`) })
    .where(eq(courses.id, course.courseId));

/** So many learners of the cohort, by the order of their enrollments, of whom each is one lesson from the end. */
async function learners(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => makeUser(db)));
  const { courseId, editionId } = course;
  const rows = await db
    .insert(enrollments)
    .values(
      people.map(({ userId }) => ({
        courseId,
        editionId,
        userId,
        cohortId: cohort,
        state: 'active' as const,
      })),
    )
    .returning();
  await db.update(courses).set({ seatsTaken: count }).where(eq(courses.id, courseId));
  await db.update(cohorts).set({ seatsTaken: count }).where(eq(cohorts.id, cohort));
  for (const actor of people) {
    const given = { block: 'q-1', answer: ['b'], key: crypto.randomUUID() };
    await perform(answerQuestion, { course: course.slug, lesson: 'one', ...given }, { db, actor });
  }
  return rows
    .map(({ id, userId }) => ({ id, actor: people.find((one) => one.userId === userId) ?? owner }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
const one = async (count = 1) => {
  const all = await learners(count);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) throw new Error('nobody');
  return { first, last };
};
const complete = ({ actor }: { actor: Actor }) =>
  perform(completeLesson, { course: course.slug, lesson: 'one' }, { db, actor }).then(
    () => 'saved',
    (error: Error) => error.name,
  );
const rows = () =>
  db
    .select({ id: enrollments.id, state: enrollments.state, until: enrollments.validUntil })
    .from(enrollments)
    .where(eq(enrollments.courseId, course.courseId))
    .orderBy(enrollments.id);

describe.each([
  ['a course', setCourse],
  ['a cohort', setCohort],
])('the dates of %s, set in the moment in which somebody completes it', (_, set) => {
  test('reach them when they are set after it', async () => {
    const { first } = await one();
    // The enrollment is held by the learner, who waits for a row of the ledger.
    const row = { enrollmentId: first.id, editionId: course.editionId, lessonId: 'one' } as const;
    const { release } = await hold(db, (tx) =>
      tx
        .insert(evidence)
        .values({ ...row, blockId: 'opening', kind: 'viewed', idempotencyKey: viewKey('one', 'opening') }),
    );
    const work = complete(first);
    await waiting(db);
    const saved = set(later);
    await waiting(db, 2);
    await release();
    expect(await work).toBe('saved');
    await saved;
    expect(await rows()).toEqual([{ id: first.id, state: 'completed', until: new Date(`${later}Z`) }]);
  });

  test('reach them when they are set before it', async () => {
    const { first, last } = await one(2);
    // The dates hold the first enrollment when they come to wait for the last.
    const { release } = await hold(db, sql`select from enrollments where id = ${last.id} for update`);
    const saved = set(later);
    await waiting(db);
    const work = complete(first);
    await waiting(db, 2);
    await release();
    await saved;
    expect(await work).toBe('saved');
    expect(await rows()).toMatchObject([
      { id: first.id, state: 'completed', until: new Date(`${later}Z`) },
      { id: last.id, state: 'active', until: new Date(`${later}Z`) },
    ]);
  });

  test('and over by them, is refused, with nothing kept', async () => {
    const { first, last } = await one(2);
    const { release } = await hold(db, sql`select from enrollments where id = ${last.id} for update`);
    const saved = set(past);
    await waiting(db);
    const work = complete(first);
    await waiting(db, 2);
    await release();
    await saved;
    expect(await work).toBe('NotFound');
    const kept = await db.select().from(evidence).where(eq(evidence.enrollmentId, first.id));
    expect(kept.map(({ blockId }) => blockId)).toEqual(['q-1']);
    expect((await rows())[0]).toMatchObject({ state: 'active', until: new Date(`${past}Z`) });
  });
});

test('dates reach everybody who completes a course meanwhile, however they are set', async () => {
  const all = await learners(8);
  const turns = [
    () => setCourse(later),
    () => setByHand('2098-01-01T00:00'),
    () => setCohort('2097-01-01T00:00'),
  ];
  for (const [turn, set] of turns.entries()) {
    const now = all.slice(turn * 2, turn * 2 + 3);
    expect(await Promise.all([set().then(() => 'set'), ...now.map(complete)])).toEqual([
      'set',
      ...now.map(() => 'saved'),
    ]);
    const until = new Date(`${[later, '2098-01-01T00:00', '2097-01-01T00:00'][turn]}Z`);
    expect((await rows()).map((row) => row.until)).toEqual(Array(8).fill(until));
  }
});

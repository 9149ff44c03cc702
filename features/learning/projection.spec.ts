import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, editions, enrollments, evidence, lessonProgress } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { percent } from '@/rules/learning/progress';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { getStanding } from './get-standing';
import { rebuildProgress } from './rebuild-progress';
import { recordViews } from './record-views';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  course = await makeCourse(db, { lessons: ['one', 'two', 'three'] });
});
afterAll(() => close());

async function projection(enrollmentId: string) {
  const rows = await db.select().from(lessonProgress).where(eq(lessonProgress.enrollmentId, enrollmentId));
  return rows
    .map(({ lessonId, doneBlocks, percent, completedAt }) => ({
      lessonId,
      done: [...doneBlocks].sort(),
      percent,
      complete: completedAt !== null,
    }))
    .sort((a, b) => (a.lessonId < b.lessonId ? -1 : 1));
}

/** The percent of the whole course that its roster is sorted by, and what the rules make of the projection. */
async function percents(enrollmentId: string) {
  const [row] = await db
    .select({ kept: enrollments.percent, blocks: editions.blocks })
    .from(enrollments)
    .innerJoin(editions, eq(editions.id, enrollments.editionId))
    .where(eq(enrollments.id, enrollmentId));
  const done = (await projection(enrollmentId)).reduce((sum, part) => sum + part.done.length, 0);
  return { kept: row?.kept, ruled: percent(done, row?.blocks ?? 0) };
}

const lesson = fc.constantFrom('one', 'two', 'three');
const step = fc.oneof(
  fc.record({
    do: fc.constant('view' as const),
    lesson,
    blocks: fc.uniqueArray(fc.constantFrom('opening', 'middle', 'q-1'), { minLength: 1 }),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    lesson,
    option: fc.constantFrom('a', 'b', 'c'),
    key: fc.constantFrom(...Array.from({ length: 3 }, () => randomUUID())),
  }),
  fc.record({ do: fc.constant('complete' as const), lesson }),
);

test('made anew from the ledger, progress is what it was, whatever happened and at whatever moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      async (history) => {
        const actor = await makeUser(db);
        const enrollmentId = await makeEnrollment(db, actor, course);
        for (const atOnce of history) {
          await Promise.all(
            atOnce.map((now) => {
              const at = { course: course.slug, lesson: now.lesson };
              if (now.do === 'view')
                return perform(recordViews, { ...at, blocks: now.blocks }, { db, actor });
              if (now.do === 'complete') return perform(completeLesson, at, { db, actor });
              const given = { block: 'q-1', answer: [now.option], key: now.key };
              return perform(answerQuestion, { ...at, ...given }, { db, actor });
            }),
          );
        }
        const standing = () => perform(getStanding, { course: course.slug }, { db, actor });
        const [stored, shown] = [await projection(enrollmentId), await standing()];
        const { kept, ruled } = await percents(enrollmentId);
        expect(kept).toBe(ruled);
        await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
        expect((await percents(enrollmentId)).kept).toBe(kept);
        expect(await projection(enrollmentId)).toEqual(stored);
        expect(await standing()).toEqual(shown);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('a projection that went wrong is put right by the ledger', async () => {
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, course);
  await perform(completeLesson, { course: course.slug, lesson: 'one' }, { db, actor });
  const right = await projection(enrollmentId);
  await db
    .update(lessonProgress)
    .set({ doneBlocks: ['opening', 'middle', 'q-1', 'gone'], percent: 100 })
    .where(eq(lessonProgress.enrollmentId, enrollmentId));
  await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
  expect(await projection(enrollmentId)).toEqual(right);
  expect(await db.select().from(evidence).where(eq(evidence.enrollmentId, enrollmentId))).toHaveLength(2);
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `enrollment:${enrollmentId}`));
  expect(audit).toMatchObject([{ action: 'rebuild-progress', actorId: null }]);
});

test('the percent of a course follows what is written, dropped, and moved to another edition', async () => {
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, course);
  expect(await percents(enrollmentId)).toEqual({ kept: 0, ruled: 0 });
  await perform(completeLesson, { course: course.slug, lesson: 'one' }, { db, actor });
  expect(await percents(enrollmentId)).toEqual({ kept: 22, ruled: 22 });
  const short = await makeCourse(db, { lessons: ['one'] });
  await db.update(enrollments).set({ editionId: short.editionId }).where(eq(enrollments.id, enrollmentId));
  expect(await percents(enrollmentId)).toEqual({ kept: 66, ruled: 66 });
  await db.delete(lessonProgress).where(eq(lessonProgress.enrollmentId, enrollmentId));
  expect(await percents(enrollmentId)).toEqual({ kept: 0, ruled: 0 });
  const empty = await makeCourse(db, { lessons: [] });
  const [other] = await db
    .insert(enrollments)
    .values({ courseId: empty.courseId, userId: actor.userId, editionId: empty.editionId, state: 'active' })
    .returning({ id: enrollments.id });
  expect(await percents(other?.id ?? '')).toEqual({ kept: 100, ruled: 100 });
});

test.each(['student', 'instructor', 'admin'] as const)('is not for people: %s', async (role) => {
  const actor = await makeUser(db, { role });
  const enrollmentId = await makeEnrollment(db, actor, course);
  await expect(perform(rebuildProgress, { enrollmentId }, { db, actor })).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('of an enrollment that is not there is not found', async () => {
  const input = { enrollmentId: randomUUID() };
  await expect(perform(rebuildProgress, input, { db, actor: platform })).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('made anew, a lesson was completed when it was, not now', async () => {
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, course);
  const at = { course: course.slug, lesson: 'one' };
  await perform(answerQuestion, { ...at, block: 'q-1', answer: ['b'], key: randomUUID() }, { db, actor });
  await perform(completeLesson, at, { db, actor });
  const completed = async () => {
    const [row] = await db.select().from(lessonProgress).where(eq(lessonProgress.enrollmentId, enrollmentId));
    return row?.completedAt;
  };
  const before = await completed();
  expect(before).toBeInstanceOf(Date);
  await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
  expect(await completed()).toEqual(before);
});

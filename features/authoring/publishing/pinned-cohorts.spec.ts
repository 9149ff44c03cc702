import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { makeStudio } from '@/test/editions';
import { makeCohort } from '@/test/rosters';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

test('a cohort that is pinned to an edition keeps its people on it, whoever else is moved', async () => {
  const studio = await makeStudio(db, { one: ['a'] });
  const { editionId } = await studio.publish();
  const [pinned, free] = [await studio.learner(), await studio.learner()];
  const cohortId = await makeCohort(db, studio.courseId, { editionId });
  await db.update(enrollments).set({ cohortId }).where(eq(enrollments.id, pinned.enrollmentId));
  await studio.write({ one: ['a', 'b'] });
  expect(await studio.publish('everyone')).toMatchObject({ moved: 1 });
  expect((await pinned.enrollment()).editionId).toBe(editionId);
  expect((await free.enrollment()).editionId).toBe(await studio.current());
});

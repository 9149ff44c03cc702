import * as z from 'zod';
import type { Db } from '@/db/client';
import { lockEnrollments } from '@/db/queries/gradebook';
import { type GradeRow, lockGrades } from '@/db/queries/grading';
import type { Actor } from '@/rules/access';
import { Refused } from '@/server/operation';
import { gradebookNow } from './items';
import { itemIdInput, learnerInput, learnerOfCourse } from './learner-of-course';

/** What names one grade: the learner, the item, and the version that was looked at; 0 where there was none. */
export const gradeInput = {
  ...learnerInput,
  item: itemIdInput,
  version: z.coerce.number().int().min(0).max(2_000_000_000),
};

type Address = { course: string; enrollment: string; item: string };

/** Subject of what is done to one grade: the learner, and an item of their course. */
export async function gradeOfLearner(db: Db, input: Address, actor: Actor) {
  const course = await learnerOfCourse(db, input, actor);
  const gradebook = course && (await gradebookNow(db, course.id, course.currentEditionId));
  const item = gradebook?.items.find(({ id }) => id === input.item);
  return course && item ? { ...course, item } : null;
}

/** The grade as it is now, locked; refused where somebody else changed it since that version. */
export async function lockedGrade(
  db: Db,
  { enrollment, item, version }: Address & { version: number },
): Promise<GradeRow | undefined> {
  await lockEnrollments(db, [enrollment]);
  const row = (await lockGrades(db, [enrollment], item)).get(enrollment);
  if ((row?.version ?? 0) !== version) throw new Refused('changed-meanwhile');
  return row;
}

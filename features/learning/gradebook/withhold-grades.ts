import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { changeRelease, releaseInput } from './change-release';
import { itemOfCourse } from './item-of-course';

/** Hides grades in an item that learners see already. What was passed with them stays passed. */
export const withholdGrades = operation({
  name: 'withhold-grades',
  kind: 'write',
  by: 'person',
  input: z.strictObject(releaseInput),
  subject: itemOfCourse,
  allow: canGrade,
  async run({ db, actor, input: { cohort, count }, subject: course }) {
    const change = {
      courseId: course.id,
      slug: course.slug,
      item: course.item,
      cohort,
      count,
      actorId: actor.userId,
    };
    return { grades: (await changeRelease(db, { ...change, released: false })).length };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { course: input.course, item: input.item, cohort: input.cohort, ...output },
  }),
});

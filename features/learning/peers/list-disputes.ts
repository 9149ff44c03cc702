import * as z from 'zod';
import { disputedWork } from '@/db/queries/peers';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** The work of a course with reviews that a grader was asked to look at. */
export const listDisputes = operation({
  name: 'list-disputes',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canGrade,
  run: async ({ db, actor, subject: course }) => ({
    works: await disputedWork(db, course.id, actor.userId),
  }),
});

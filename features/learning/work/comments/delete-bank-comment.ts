import * as z from 'zod';
import { deleteFromBank } from '@/db/queries/comment-bank';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../../in-course';

/** Takes a comment out of the bank of a course. What was written with it stays; kept again, it is back. */
export const deleteBankComment = operation({
  name: 'delete-bank-comment',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, id: z.uuid() }),
  subject: inCourse,
  allow: canGrade,
  run: ({ db, input: { id }, subject: course }): Promise<boolean> => deleteFromBank(db, course.id, id),
  audit: ({ input, output }) =>
    output ? { object: `course:${input.course}`, detail: { comment: input.id } } : null,
});

import * as z from 'zod';
import { inBank, keepInBank } from '@/db/queries/comment-bank';
import { canGrade } from '@/rules/access';
import { isStorable } from '@/rules/storable';
import { longestTitle, mostKept, titleOf } from '@/rules/work/comment-bank';
import { longestComment } from '@/rules/work/comments';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { courseInput, inCourse } from '../../in-course';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters are kept here.`)
    .refine(isStorable, 'It has characters that cannot be stored.');

/**
 * Keeps a comment for all graders of a course to use again: a new one, another text of one, or one that was deleted.
 * Without a title it gets one of its first words.
 */
export const keepBankComment = operation({
  name: 'keep-bank-comment',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    id: z.uuid(),
    title: words(longestTitle).optional(),
    text: words(longestComment).optional(),
    /** Empty where it is of none. */
    criterion: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]*$/)
      .optional(),
  }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input, subject: course }): Promise<{ id: string; title: string }> {
    const { id } = input;
    const there = await inBank(db, course.id, id);
    const text = input.text ?? there?.text ?? '';
    if (text === '') throw new InvalidInput({ text: 'Write the comment that is to be kept.' });
    const title = (input.title ?? there?.title) || titleOf(text);
    const criterion = (input.criterion ?? there?.criterion) || null;
    const kept = { id, title, text, criterion, courseId: course.id, savedBy: actor.userId };
    const done = await keepInBank(db, kept, mostKept);
    if (done === 'full') throw new Refused('comment-bank-full');
    if (done === 'foreign') throw new NotFound('the id is another’s');
    return { id, title };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { comment: output.id, title: output.title },
  }),
});

import * as z from 'zod';
import { setModerates } from '@/db/queries/moderation';
import { canOwnCourse } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** Names a grader who decides where two are apart, or takes that back. Owners decide anyway. */
export const nameModerator = operation({
  name: 'name-moderator',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, grader: z.uuid(), moderates: z.enum(['yes', 'no']) }),
  subject: inCourse,
  allow: canOwnCourse,
  async run({ db, input: { grader, moderates }, subject: course }): Promise<boolean> {
    const named = { courseId: course.id, userId: grader, moderates: moderates === 'yes' };
    if (!(await setModerates(db, named))) throw new NotFound();
    return named.moderates;
  },
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { grader: input.grader, moderates: input.moderates },
  }),
});

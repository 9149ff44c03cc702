import * as z from 'zod';
import { deleteStaff } from '@/db/queries/staff';
import { canOwnCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { assertOwnerStays, inLockedStaff, memberInput } from './member';

/** Takes somebody off a course; what they wrote stays. Owners may go themselves, except for the last. */
export const removeStaff = operation({
  name: 'remove-staff',
  kind: 'write',
  by: 'person',
  input: z.strictObject(memberInput),
  subject: inLockedStaff,
  allow: canOwnCourse,
  async run({ db, actor, subject: { id: courseId, slug, member } }) {
    await assertOwnerStays(db, courseId, member.userId, null);
    await deleteStaff(db, courseId, member.userId);
    return { slug, self: member.userId === actor.userId };
  },
  audit: ({ input, subject: { member } }) => ({
    object: `course:${input.course}`,
    detail: { person: member.userId, from: member.role },
  }),
});

import * as z from 'zod';
import { changeStaffRole } from '@/db/queries/staff';
import { canOwnCourse } from '@/rules/access';
import { courseRoles } from '@/rules/accounts/roles';
import { operation } from '@/server/operation';
import { assertOwnerStays, inLockedStaff, memberInput } from './member';

/** Gives one of the people of a course another role in it. The last owner stays the owner. */
export const setStaffRole = operation({
  name: 'set-staff-role',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...memberInput,
    role: z.enum(courseRoles, { error: 'Choose what they may do.' }),
  }),
  subject: inLockedStaff,
  allow: canOwnCourse,
  async run({ db, input: { role }, subject: { id: courseId, member } }) {
    if (member.role === role) return { changed: false };
    await assertOwnerStays(db, courseId, member.userId, role);
    await changeStaffRole(db, { courseId, userId: member.userId, role });
    return { changed: true };
  },
  audit: ({ input, subject: { member }, output }) =>
    output.changed
      ? {
          object: `course:${input.course}`,
          detail: { person: member.userId, from: member.role, to: input.role },
        }
      : null,
});

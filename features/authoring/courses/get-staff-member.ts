import * as z from 'zod';
import { activeOwnerIds } from '@/db/queries/staff';
import { canOwnCourse } from '@/rules/access';
import { staffRefusal } from '@/rules/authoring/course-staff';
import { operation } from '@/server/operation';
import { inStaff, memberInput } from './member';

/** One of the people of a course as its owners see them, with why they cannot go where they cannot. */
export const getStaffMember = operation({
  name: 'get-staff-member',
  kind: 'read',
  by: 'person',
  input: z.strictObject(memberInput),
  subject: inStaff,
  allow: canOwnCourse,
  async run({ db, actor, subject: { id, slug, member } }) {
    const ownerIds = await activeOwnerIds(db, id);
    return {
      slug,
      member,
      self: member.userId === actor.userId,
      refusal: staffRefusal({ ownerIds, personId: member.userId, to: null }),
    };
  },
});

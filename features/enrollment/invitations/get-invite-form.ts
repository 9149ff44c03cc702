import * as z from 'zod';
import { cohortsOf } from '@/db/queries/cohorts';
import { canManageRoster } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** What the form that invites somebody offers: the cohorts that still take people. */
export const getInviteForm = operation({
  name: 'get-invite-form',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, subject: course, now }) {
    const cohorts = await cohortsOf(db, course.id);
    return {
      slug: course.slug,
      published: course.currentEditionId !== null,
      archived: course.archivedAt !== null,
      cohorts: cohorts
        .filter(({ terms }) => terms.archivedAt === null && (terms.endsAt === null || terms.endsAt > now))
        .map(({ id, name }) => ({ id, name })),
    };
  },
});

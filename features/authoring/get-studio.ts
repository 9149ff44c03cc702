import * as z from 'zod';
import { draftFileAt } from '@/db/queries/drafts';
import { canEditCourse, canGrade, canManageRoster, canOwnCourse, canSeeStudio } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseTitle } from './course-title';
import { inStudio, studioInput } from './studio';

/** What stands at the head of every page of a course's studio. */
export const getStudio = operation({
  name: 'get-studio',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const head = await draftFileAt(db, course.id, 'course.yaml');
    return {
      slug: course.slug,
      title: courseTitle(head?.text ?? '') ?? course.slug,
      archived: course.archivedAt !== null,
      published: course.currentEditionId !== null,
      mayEdit: canEditCourse(actor, course),
      mayOwn: canOwnCourse(actor, course),
      mayManageRoster: canManageRoster(actor, course),
      mayGrade: canGrade(actor, course),
    };
  },
});

import * as z from 'zod';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { draftFile, draftFileAt } from '@/db/queries/drafts';
import { enrollmentCounts } from '@/db/queries/enrollments';
import { staffOf } from '@/db/queries/staff';
import { canEditCourse, canOwnCourse, canSeeStudio } from '@/rules/access';
import { holdsSeat } from '@/rules/enrollment/enrollment-states';
import { type OutputOf, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { readHead } from './course-head';
import { settingsValues } from './settings-values';

/** What a course says of itself, who works on it, and what the person may change of either. */
export const getCourseSettings = operation({
  name: 'get-course-settings',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const mayOwn = canOwnCourse(actor, course);
    const [found, assets, staff, counts] = await Promise.all([
      draftFileAt(db, course.id, 'course.yaml'),
      draftAssetsOf(db, course.id),
      staffOf(db, course.id),
      enrollmentCounts(db, [course.id]),
    ]);
    const head = found && readHead(found.text);
    return {
      slug: course.slug,
      archived: course.archivedAt !== null,
      published: course.currentEditionId !== null,
      mayEdit: canEditCourse(actor, course),
      mayOwn,
      /** The file that holds the words, also where it has mistakes; null when there is none. */
      fileId: found?.id ?? null,
      words: head && {
        version: found.version,
        values: settingsValues(head),
        savedAt: found.updatedAt,
        savedBy: (await draftFile(db, course.id, found.id))?.updatedBy ?? null,
      },
      pictures: [...assets].flatMap(([path, { hash, type }]) =>
        type.startsWith('image/') ? [{ path, hash }] : [],
      ),
      /** Addresses are for those who decide who works here. */
      staff: staff.map(({ email, ...member }) => ({
        ...member,
        email: mayOwn ? email : null,
        self: member.userId === actor.userId,
      })),
      learners: counts.filter(({ state }) => holdsSeat(state)).reduce((total, { count }) => total + count, 0),
    };
  },
});

export type CourseSettings = OutputOf<typeof getCourseSettings>;
export type StaffMember = CourseSettings['staff'][number];

import * as z from 'zod';
import { termsToSet } from '@/db/queries/terms';
import { canManageRoster } from '@/rules/access';
import { shownTerms } from '@/rules/enrollment/enrollment-settings';
import { termsInWords } from '@/rules/enrollment/enrollment-words';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** How people come into a course: as its form shows it, and as learners read it. The key is for who passes it on. */
export const getCourseTerms = operation({
  name: 'get-course-terms',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, subject: course, now }) {
    const stored = await termsToSet(db, { courseId: course.id });
    if (!stored) throw new Error('the course is there');
    const { terms, zone, version } = stored;
    return {
      slug: course.slug,
      archived: course.archivedAt !== null,
      published: course.currentEditionId !== null,
      zone,
      version,
      form: shownTerms(terms, zone),
      told: termsInWords(terms, zone, now),
      seatsTaken: terms.seatsTaken,
      waiting: terms.waiting,
    };
  },
});

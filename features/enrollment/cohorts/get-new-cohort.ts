import * as z from 'zod';
import { editionsOf } from '@/db/queries/editions';
import { canManageCohorts } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** What the form of a new cohort begins with: the zone of its course, and the editions to choose from. */
export const getNewCohort = operation({
  name: 'get-new-cohort',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canManageCohorts,
  async run({ db, subject: course }) {
    const editions = await editionsOf(db, course.id);
    return {
      slug: course.slug,
      zone: course.zone,
      editions: editions.map(({ number, publishedAt, title }) => ({ number, publishedAt, title })),
    };
  },
});

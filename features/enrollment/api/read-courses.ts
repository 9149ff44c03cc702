import * as z from 'zod';
import { coursesAfter } from '@/db/queries/api';
import { canReadEnrollments } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { courseQuery } from './schemas';
import { pageOf } from './shown';

/** Every course by its address, a page at a time. */
export const readCourses = operation({
  name: 'read-courses',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseQuery),
  subject: noSubject,
  allow: canReadEnrollments,
  async run({ db, input: { cursor, limit } }) {
    const rows = await coursesAfter(db, cursor ?? null, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ slug }) => slug,
    );
  },
});

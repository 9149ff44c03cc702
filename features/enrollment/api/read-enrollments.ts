import * as z from 'zod';
import { enrollmentsAfter } from '@/db/queries/api';
import { studioCourse } from '@/db/queries/drafts';
import { canReadContacts } from '@/rules/access';
import { operation } from '@/server/operation';
import { enrollmentQuery, slugPath } from './schemas';
import { pageOf, shownEnrollment } from './shown';

/** Who is in a course, filtered, a page at a time in an order that never changes. */
export const readEnrollments = operation({
  name: 'read-enrollments',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...slugPath, ...enrollmentQuery }),
  subject: (db, { slug }, actor) => studioCourse(db, slug, actor.userId),
  allow: canReadContacts,
  async run({ db, input, subject: course, now }) {
    const query = {
      after: input.cursor ?? null,
      limit: input.limit + 1,
      state: input.state ?? null,
      cohortId: input.cohort ?? null,
      email: input.email ?? null,
      externalId: input.externalId ?? null,
    };
    const rows = await enrollmentsAfter(db, course.id, query, now);
    return pageOf(rows, input.limit, shownEnrollment, ({ personId }) => personId);
  },
});

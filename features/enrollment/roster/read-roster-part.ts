import * as z from 'zod';
import { canReadContacts } from '@/rules/access';
import { readRosterView } from '@/rules/enrollment/roster-filter';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { rosterInput } from './place';
import { rosterPart } from './roster-page';

/** One part of an export of a course's people. Who loses the right meanwhile gets no further part. */
export const readRosterPart = operation({
  name: 'read-roster-part',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...rosterInput, limit: z.int().min(1).max(5_000) }),
  subject: inCourse,
  allow: canReadContacts,
  run: ({ db, input: { query, limit }, subject: course, now }) =>
    rosterPart(db, readRosterView(query, 'course'), { courseId: course.id, contacts: true, now, limit }),
});

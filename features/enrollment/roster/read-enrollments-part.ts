import * as z from 'zod';
import { canExportPeople } from '@/rules/access';
import { readRosterView } from '@/rules/enrollment/roster-filter';
import { noSubject, operation } from '@/server/operation';
import { siteInput } from './place';
import { rosterPart } from './roster-page';

/** One part of an export over all courses. */
export const readEnrollmentsPart = operation({
  name: 'read-enrollments-part',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...siteInput, limit: z.int().min(1).max(5_000) }),
  subject: noSubject,
  allow: canExportPeople,
  run: ({ db, input: { query, limit }, now }) =>
    rosterPart(db, readRosterView(query, 'site'), { courseId: null, contacts: true, now, limit }),
});

import * as z from 'zod';
import { canReadContacts } from '@/rules/access';
import { readRosterView } from '@/rules/enrollment/roster-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { rosterInput } from './place';

/**
 * Begins an export of a course's people and leaves in the audit log what was taken away, by which filter. The
 * rows are read afterwards, a part at a time.
 */
export const exportRoster = operation({
  name: 'export-roster',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject(rosterInput),
  subject: inCourse,
  allow: canReadContacts,
  run: async ({ input: { course, query } }) => ({
    name: `${course}-people`,
    columns: readRosterView(query, 'course').columns as string[],
  }),
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { course: input.course, filter: viewQuery(new URLSearchParams(input.query)) },
  }),
});

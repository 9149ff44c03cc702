import * as z from 'zod';
import { canExportPeople } from '@/rules/access';
import { readRosterView } from '@/rules/enrollment/roster-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { noSubject, operation } from '@/server/operation';
import { siteInput } from './place';

/** Begins an export of enrollments over all courses, and leaves the filter in the audit log. */
export const exportEnrollments = operation({
  name: 'export-enrollments',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject(siteInput),
  subject: noSubject,
  allow: canExportPeople,
  run: async ({ input: { query } }) => ({
    name: 'enrollments',
    columns: readRosterView(query, 'site').columns as string[],
  }),
  audit: ({ input }) => ({
    object: 'enrollments',
    detail: { filter: viewQuery(new URLSearchParams(input.query)) },
  }),
});

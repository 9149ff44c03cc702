import * as z from 'zod';
import { canExportPeople } from '@/rules/access';
import { readPeopleView } from '@/rules/accounts/people-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { noSubject, operation } from '@/server/operation';

/** Begins an export of people, and leaves the filter in the audit log. The rows are read afterwards. */
export const exportPeople = operation({
  name: 'export-people',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject({ query: z.string().max(16_000) }),
  subject: noSubject,
  allow: canExportPeople,
  run: async ({ input: { query } }) => ({
    name: 'people',
    columns: readPeopleView(query).columns as string[],
  }),
  audit: ({ input }) => ({
    object: 'people',
    detail: { filter: viewQuery(new URLSearchParams(input.query)) },
  }),
});

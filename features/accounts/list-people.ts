import * as z from 'zod';
import { countPeople } from '@/db/queries/people';
import { canExportPeople, canReadPeople } from '@/rules/access';
import { readPeopleView } from '@/rules/accounts/people-filter';
import { pageOf, rowsPerPage, turnsOf } from '@/rules/tables/table-view';
import { noSubject, operation } from '@/server/operation';
import { shownPeople } from './people-page';

/** Everybody with an account, filtered and sorted as the address says, a page at a time. */
export const listPeople = operation({
  name: 'list-people',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ query: z.string().max(16_000) }),
  subject: noSubject,
  allow: canReadPeople,
  async run({ db, actor, input: { query } }) {
    const view = readPeopleView(query);
    const { filter, order } = view;
    const total = await countPeople(db, filter);
    const found = await shownPeople(db, filter, order, rowsPerPage + 1);
    const { page: people, way } = pageOf(found, order);
    const turns = turnsOf(query, people, way);
    return { view, people, total, turns, mayExport: canExportPeople(actor, {}) };
  },
});

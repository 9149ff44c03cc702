import * as z from 'zod';
import { countPeople } from '@/db/queries/people';
import { canExportPeople, canReadPeople } from '@/rules/access';
import { readPeopleView } from '@/rules/accounts/people-filter';
import { rowsPerPage, turnsOf } from '@/rules/tables/table-view';
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
    const more = found.length > rowsPerPage;
    const backwards = order.before !== null;
    const people = backwards && more ? found.slice(1) : found.slice(0, rowsPerPage);
    const turns = turnsOf(query, people, { backwards, begins: order.after === null, more });
    return { view, people, total, turns, mayExport: canExportPeople(actor, {}) };
  },
});

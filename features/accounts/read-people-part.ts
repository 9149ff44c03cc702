import * as z from 'zod';
import { canExportPeople } from '@/rules/access';
import { readPeopleView } from '@/rules/accounts/people-filter';
import { noSubject, operation } from '@/server/operation';
import { shownPeople } from './people-page';

/** One part of an export of people. */
export const readPeoplePart = operation({
  name: 'read-people-part',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ query: z.string().max(16_000), limit: z.int().min(1).max(5_000) }),
  subject: noSubject,
  allow: canExportPeople,
  run({ db, input: { query, limit } }) {
    const { filter, order } = readPeopleView(query);
    return shownPeople(db, filter, order, limit);
  },
});

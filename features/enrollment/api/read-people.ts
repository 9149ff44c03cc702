import * as z from 'zod';
import { peopleAfter } from '@/db/queries/api';
import { canReadPeople } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { peopleQuery } from './schemas';
import { pageOf } from './shown';

/** People with an account, found by name, address or external id, a page at a time. */
export const readPeople = operation({
  name: 'read-people',
  kind: 'read',
  by: 'person',
  input: z.strictObject(peopleQuery),
  subject: noSubject,
  allow: canReadPeople,
  async run({ db, input }) {
    const query = {
      after: input.cursor ?? null,
      limit: input.limit + 1,
      search: input.search ?? null,
      email: input.email ?? null,
      externalId: input.externalId ?? null,
    };
    return pageOf(
      await peopleAfter(db, query),
      input.limit,
      (row) => row,
      ({ id }) => id,
    );
  },
});

import * as z from 'zod';
import { countPeople, people } from '@/db/queries/people';
import { canReadPeople } from '@/rules/access';
import { peoplePerPage } from '@/rules/people';
import { siteRoles } from '@/rules/roles';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** Everybody with an account, by name, a page at a time. */
export const listPeople = operation({
  name: 'list-people',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    /** Part of a name or an e-mail address. PostgreSQL text has no control characters to find. */
    search: z.string().transform((raw) =>
      raw
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 200),
    ),
    role: z.enum(siteRoles).nullable(),
    page: z.int().min(1).max(1_000_000),
  }),
  subject: noSubject,
  allow: canReadPeople,
  async run({ db, input: { page, ...filter } }) {
    const total = await countPeople(db, filter);
    const offset = (page - 1) * peoplePerPage;
    const rows = await people(db, filter, { limit: peoplePerPage, offset });
    return { people: rows, total, pages: Math.max(1, Math.ceil(total / peoplePerPage)) };
  },
});

/** A person in the list. */
export type ListedPerson = OutputOf<typeof listPeople>['people'][number];

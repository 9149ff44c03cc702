import * as z from 'zod';
import { adminIds, auditOfPerson, personById } from '@/db/queries/people';
import { isAdmin } from '@/rules/access';
import { standingRefusal } from '@/rules/people';
import { type OutputOf, operation } from '@/server/operation';

/** A person as administrators see them: what was done with the account, and what may be done now. */
export const getPerson = operation({
  name: 'get-person',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ userId: z.uuid() }),
  subject: (db, { userId }) => personById(db, userId),
  allow: isAdmin,
  async run({ db, actor, subject: person }) {
    const entries = (await auditOfPerson(db, person.id, 50)).map(({ actorId, by, ...entry }) => ({
      ...entry,
      by: actorId === person.id ? null : by,
    }));
    const refusal = standingRefusal({
      actorId: actor.userId,
      personId: person.id,
      adminIds: await adminIds(db),
    });
    return { person, entries, refusal };
  },
});

/** What the audit log says of a person, one deed. */
export type PersonEntry = OutputOf<typeof getPerson>['entries'][number];

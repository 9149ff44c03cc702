import * as z from 'zod';
import { adminIds, auditOfPerson, personById } from '@/db/queries/people';
import { isProven } from '@/db/queries/sessions';
import { canGrantRoles, canReadAudit, canReadPeople, canSuspend, canViewAs } from '@/rules/access';
import { standingRefusal } from '@/rules/accounts/people';
import { type OutputOf, operation } from '@/server/operation';

/**
 * A person as those who run the site see them: what may be done with the account now, and for who may
 * read the audit log, what was done.
 */
export const getPerson = operation({
  name: 'get-person',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ userId: z.uuid() }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canReadPeople,
  async run({ db, actor, subject: person }) {
    const may = {
      grantRoles: canGrantRoles(actor, person),
      suspend: canSuspend(actor, person),
      readAudit: canReadAudit(actor, person),
      viewAs: canViewAs(actor, person),
    };
    const entries = may.readAudit ? await auditOfPerson(db, person.id, 50) : [];
    const refusal = standingRefusal({
      actorId: actor.userId,
      personId: person.id,
      adminIds: await adminIds(db),
    });
    const deeds = entries.map(({ actorId, by, ...entry }) => ({
      ...entry,
      by: actorId === person.id ? null : by,
    }));
    return { person, may, entries: deeds, refusal, fresh: await isProven(db, actor.sessionId) };
  },
});

/** A person on their page. */
export type SeenPerson = OutputOf<typeof getPerson>['person'];

/** What the audit log says of a person, one deed. */
export type PersonEntry = OutputOf<typeof getPerson>['entries'][number];

import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { dueToExpire } from '@/db/queries/waitlist';
import { isPlatform } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { settle } from '../settle';

/**
 * Writes down what time has ended: enrollments past their end and invitations nobody took, with the seats
 * they held. Readers count them as over already (`effectiveState`); this frees the seats and keeps the history.
 */
export const expireDue = operation({
  name: 'expire-due',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ most: z.int().min(1).max(1_000) }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input: { most }, now }): Promise<{ expired: number }> {
    const due = await dueToExpire(db, most);
    const courseIds = [...new Set(due.map(({ courseId }) => courseId))].sort();
    let expired = 0;
    for (const courseId of courseIds) {
      const scopes = await enrollmentScopes(db, courseId);
      if (!scopes) continue;
      const moves = due
        .filter((one) => one.courseId === courseId)
        .map(({ userId }) => ({ userId, action: 'expire' as const }));
      const settled = await settle(db, moves, { scopes, by: 'platform', actorId: null, now });
      expired += settled.filter(({ refusal }) => refusal === null).length;
    }
    return { expired };
  },
  audit: 'in-ledger',
});

import * as z from 'zod';
import { enrollmentScopes } from '@/db/queries/enrollments';
import { nextWaiting, takeWaitlistTurn } from '@/db/queries/waitlist';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { mailInvitations } from '../mail-invitations';
import { settle } from '../settle';

/** How many are offered a seat in one transaction. */
const most = 200;

/**
 * Offers the free seats of a course to those who have waited longest, each for a limited time in which the
 * seat is held for them, and writes to them. One worker at a time, so that nobody is passed over.
 */
export const offerSeats = operation({
  name: 'offer-seats',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ courseId: z.uuid(), address: z.url({ protocol: /^https?$/ }) }),
  async subject(db, { courseId }) {
    return (await takeWaitlistTurn(db, courseId)) ? enrollmentScopes(db, courseId) : null;
  },
  allow: isPlatform,
  async run({ db, input: { courseId, address }, subject: scopes, now }): Promise<{ offered: number }> {
    const next = await nextWaiting(db, courseId, most);
    const moves = next.map((userId) => ({ userId, action: 'offer' as const }));
    const settled = await settle(db, moves, { scopes, by: 'platform', actorId: null, now });
    await mailInvitations(db, scopes, settled, address);
    return { offered: settled.filter(({ refusal }) => refusal === null).length };
  },
  audit: 'in-ledger',
});

import type { Db } from '@/db/client';
import { lockedAdminIds } from '@/db/queries/people';
import { standingRefusal } from '@/rules/accounts/people';
import { NotFound, Refused } from '@/server/operation';

/**
 * Stops a change of somebody's role or standing that must not be. The administrators are locked until
 * the transaction ends and the actor is looked up among them again: a moment ago is not now.
 */
export async function assertMayChange(db: Db, actorId: string, personId: string): Promise<void> {
  const adminIds = await lockedAdminIds(db);
  if (!adminIds.includes(actorId)) throw new NotFound('no longer an administrator');
  const code = standingRefusal({ actorId, personId, adminIds });
  if (code) throw new Refused(code);
}

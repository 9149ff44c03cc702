import type { Db } from '@/db/client';
import type { RefusalCode } from '@/rules/refusals';
import { verifyPassword } from '@/server/auth/passwords';
import { forgetOwnPasswordTries, mayTryOwnPassword } from './limits';

/**
 * Asks a signed-in person for their password again, counting the wrong tries.
 * @returns why not, to be answered and not thrown, or null when it is right.
 */
export async function ownPasswordRefusal(
  db: Db,
  account: { ownerId: string; passwordHash: string },
  password: string,
): Promise<RefusalCode | null> {
  if (!(await mayTryOwnPassword(db, account.ownerId))) return 'too-many-tries';
  if (!(await verifyPassword(account.passwordHash, password))) return 'wrong-password';
  await forgetOwnPasswordTries(db, account.ownerId);
  return null;
}

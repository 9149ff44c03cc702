import * as z from 'zod';
import { consume, forget } from '@/db/queries/rate-limits';
import { recordSession } from '@/db/queries/sessions';
import { setPasswordHash, userByEmail } from '@/db/queries/users';
import { isAnyone } from '@/rules/access';
import { normaliseEmail } from '@/rules/accounts/accounts';
import type { RefusalCode } from '@/rules/refusals';
import { hashPassword, needsRehash, verifyPassword } from '@/server/auth/passwords';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { noSubject, operation } from '@/server/operation';

type SignedIn = { ok: true; userId: string; sid: string } | { ok: false; code: RefusalCode };

const window = 15 * 60;

/**
 * Checks a password and opens a session. It answers instead of refusing, because a refusal would roll
 * back the counters of the limits; an unknown address takes as long and says the same as a wrong password.
 */
export const signIn = operation({
  name: 'sign-in',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({
    email: z.string().max(1_000),
    password: z.string().max(2_000),
    ip: z.string().nullable(),
    userAgent: z.string(),
  }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, input }): Promise<SignedIn> {
    const email = normaliseEmail(input.email) ?? '';
    const from = input.ip ?? 'unknown';
    const ownTries = `sign-in:account-ip:${hashSecret(email)}:${from}`;
    const within =
      (await consume(db, `sign-in:ip:${from}`, 300, window)) &&
      (await consume(db, `sign-in:account:${hashSecret(email)}`, 100, window)) &&
      (await consume(db, ownTries, 10, window));
    if (!within) return { ok: false, code: 'too-many-tries' };

    const user = email === '' ? null : await userByEmail(db, email);
    const right = await verifyPassword(user?.passwordHash ?? null, input.password);
    if (!user || !right || user.suspendedAt !== null) return { ok: false, code: 'wrong-credentials' };
    await forget(db, ownTries);
    if (needsRehash(user.passwordHash))
      await setPasswordHash(db, user.id, await hashPassword(input.password));
    const sid = newSecret();
    await recordSession(db, {
      tokenHash: hashSecret(sid),
      userId: user.id,
      userAgent: input.userAgent,
      ip: input.ip,
    });
    return { ok: true, userId: user.id, sid };
  },
  audit: ({ output }) => (output.ok ? { object: `user:${output.userId}`, detail: {} } : null),
});

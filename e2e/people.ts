import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { connect, type Database } from '@/db/client';
import { recordSession } from '@/db/queries/sessions';
import { userByEmail } from '@/db/queries/users';
import { sessions } from '@/db/schema';
import { hashSecret, newSecret } from '@/server/auth/secrets';

let opened: Database | undefined;

/** The database of the platform under test. */
export function siteDatabase(): Database {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error('e2e/global-setup.ts sets E2E_DATABASE_URL');
  opened ??= connect(url, { max: 2 }).db;
  return opened;
}

/**
 * Opens a session of somebody, as the form of the sign-in page does. `proven`: they have just given their
 * password once more. @returns its cookie.
 */
export async function openSession(email: string, proven = false): Promise<string> {
  const db = siteDatabase();
  const user = await userByEmail(db, email);
  if (!user) throw new Error(`nobody has the address ${email}`);
  const sid = newSecret();
  const session = { tokenHash: hashSecret(sid), userId: user.id, userAgent: 'journey', ip: null };
  const id = await recordSession(db, session);
  if (proven) await db.update(sessions).set({ steppedUpAt: new Date() }).where(eq(sessions.id, id));
  return encode({ token: { sub: user.id, sid }, secret: process.env.E2E_AUTH_SECRET ?? '', salt: 'session' });
}

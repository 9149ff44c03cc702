import type { Page } from '@playwright/test';
import { eq, sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { connect, type Database } from '@/db/client';
import { recordSession } from '@/db/queries/sessions';
import { userByEmail } from '@/db/queries/users';
import { sessions, users } from '@/db/schema';
import type { SiteRole } from '@/rules/accounts/roles';
import { hashPassword } from '@/server/auth/passwords';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { address } from './address';

// People of the journeys that are not about how one registers, confirms and signs in: those are
// `take-the-course`, `accounts`, `refused` and `without-javascript`, which do it by the pages.

export type Who = { email: string; password: string };

let opened: Database | undefined;

/** The database of the platform under test. */
export function siteDatabase(): Database {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error('e2e/global-setup.ts sets E2E_DATABASE_URL');
  opened ??= connect(url, { max: 2 }).db;
  return opened;
}

const password = 'a long enough passphrase';
let passwordHash: Promise<string> | undefined;

/** Somebody with a confirmed address, who can sign in by the form, too. */
export async function newPerson(role: SiteRole = 'student', name = 'Lin Learner'): Promise<Who> {
  passwordHash ??= hashPassword(password);
  const email = `learner-${crypto.randomUUID().slice(0, 8)}@example.org`;
  const confirmed = { passwordHash: await passwordHash, emailConfirmedAt: sql`now()` as never };
  await siteDatabase()
    .insert(users)
    .values({ email, name, role, ...confirmed });
  return { email, password };
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

/** Signs a browser in, without its pages. */
export async function signIn(page: Page, { email }: { email: string; password?: string }): Promise<void> {
  const cookie = { name: 'session', value: await openSession(email), url: address };
  await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }]);
}

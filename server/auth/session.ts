import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { liveSession, setSessionSeen } from '@/db/queries/sessions';
import type { Actor } from '@/rules/access';
import { actorBehind } from '@/rules/accounts/viewing';
import { database } from '../database';
import { env } from '../env';
import { sessionCookie } from './cookie';
import { hashSecret } from './secrets';

/** Deciphering a cookie always gives the same: kept for the newest cookies, by the hash of the cookie. */
const deciphered = new Map<string, { tokenHash: string; expires: number }>();
const kept = 5_000;

async function tokenHashOf(cookie: string, name: string): Promise<string | null> {
  const key = hashSecret(cookie);
  const known = deciphered.get(key);
  if (known) return known.expires > Date.now() ? known.tokenHash : null;
  const token = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: name }).catch(() => null);
  if (typeof token?.sid !== 'string' || typeof token.exp !== 'number') return null;
  const entry = { tokenHash: hashSecret(token.sid), expires: token.exp * 1000 };
  if (deciphered.size >= kept) deciphered.delete(deciphered.keys().next().value ?? '');
  deciphered.set(key, entry);
  return entry.tokenHash;
}

/**
 * The person behind this request, or null. The cookie only names a session: whether it holds, who it
 * is, what role they have and whether they look at somebody's pages is read from the database each time,
 * once a request, in one query.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const { name } = sessionCookie();
  const cookie = (await cookies()).get(name)?.value;
  if (!cookie) return null;
  const tokenHash = await tokenHashOf(cookie, name);
  if (!tokenHash) return null;
  const session = await liveSession(database(), tokenHash);
  if (!session) return null;
  const { stale, viewed, ...own } = session;
  if (stale) await setSessionSeen(database(), session.sessionId);
  return actorBehind(own, viewed);
});

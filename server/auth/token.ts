import { liveToken, setTokenUsed } from '@/db/queries/api-tokens';
import { type Spent, spend } from '@/db/queries/rate-limits';
import { type Actor, canManageTokens } from '@/rules/access';
import {
  type ApiScope,
  apiGuesses,
  apiLimits,
  apiWindowSeconds,
  bearerSecret,
} from '@/rules/accounts/api-scopes';
import { database } from '../database';
import { hashSecret } from './secrets';

export type Bearer = { tokenId: string; scopes: readonly ApiScope[]; actor: Actor };

/**
 * Who is behind a token: its maker, as the database knows them at this moment. Null when there is none, when
 * it does not hold, or when its maker is shut out or may not have tokens any more. Cookies are not looked at.
 */
export async function bearerOf(request: Request): Promise<Bearer | null> {
  const secret = bearerSecret(request.headers.get('authorization'));
  if (secret === null) return null;
  const found = await liveToken(database(), hashSecret(secret));
  if (!found) return null;
  const { tokenId, scopes, stale, ...person } = found;
  const actor: Actor = { ...person, sessionId: tokenId };
  if (!canManageTokens(actor, {})) return null;
  if (stale) await setTokenUsed(database(), tokenId);
  return { tokenId, scopes, actor };
}

/** Counts a request of a token, over all replicas, and says how long to wait where it is one too many. */
export const spendOf = ({ tokenId }: Bearer, kind: keyof typeof apiLimits): Promise<Spent> =>
  spend(database(), `api:${kind}:${tokenId}`, apiLimits[kind], apiWindowSeconds);

/**
 * Counts a token that did not hold against the network address it came from, over all replicas. What holds no
 * secret at all cost no query and is no guess: null. A token that holds is never counted, nor refused here.
 */
export async function spendGuess(request: Request): Promise<Spent | null> {
  if (bearerSecret(request.headers.get('authorization')) === null) return null;
  const from = request.headers.get('x-client-ip') ?? 'unknown';
  return spend(database(), `api:guess:ip:${from}`, apiGuesses, apiWindowSeconds);
}

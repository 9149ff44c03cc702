/** What a key of another system may be let do. It never may more than whoever made it may at that moment. */
export const apiScopes = ['courses:read', 'people:read', 'enrollments:read', 'enrollments:write'] as const;
export type ApiScope = (typeof apiScopes)[number];

export const scopeWords: Record<ApiScope, string> = {
  'courses:read': 'Sees courses and their cohorts.',
  'people:read': 'Finds people by name, e-mail address or external id.',
  'enrollments:read': 'Sees who is in a course, in which state, and what came of batches.',
  'enrollments:write': 'Enrolls, invites, pauses, moves and removes people, one or many.',
};

/** How many requests of one key are answered in one minute. */
export const apiLimits = { read: 600, write: 120 } as const;
export const apiWindowSeconds = 60;

/** How many tokens that do not hold one network address may send in one minute. */
export const apiGuesses = 20;

/** For how many hours a write that is asked again with its key is answered as it was. */
export const answerKeptHours = 24;

/** How long a key may live, in days. */
export const tokenLifetimes = [30, 90, 180, 365] as const;

const form = /^Bearer +(\S{20,200}) *$/i;

/** The secret in an Authorization header, or null. */
export const bearerSecret = (header: string | null): string | null => form.exec(header ?? '')?.[1] ?? null;

/** The first characters of a secret, by which people tell their keys apart. */
export const secretHint = (secret: string): string => `${secret.slice(0, 8)}…`;

export type TokenState = 'works' | 'expired' | 'revoked';

export function tokenState(
  { expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null },
  now: Date,
): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'works';
}

import { cookies, headers } from 'next/headers';
import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { signIn as signInOperation } from '@/features/accounts/sign-in';
import { lifetimes } from '@/rules/accounts/accounts';
import type { RefusalCode } from '@/rules/refusals';
import { database } from '../database';
import { env } from '../env';
import { perform } from '../operation';
import { sessionCookie } from './cookie';

declare module 'next-auth' {
  interface User {
    sid?: string;
  }
}

class SignInRefused extends CredentialsSignin {
  constructor(override readonly code: RefusalCode) {
    super();
  }
}

/** Where a request comes from, as the HTTP server established it. */
export async function requestOrigin() {
  const all = await headers();
  return { ip: all.get('x-client-ip'), userAgent: (all.get('user-agent') ?? '').slice(0, 300) };
}

/**
 * next-auth makes and clears the cookie; sessions are rows of ours. Its HTTP routes are not mounted:
 * the sign-in form is the only door, and it leads through the `sign-in` operation.
 */
const { signIn, signOut } = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  session: { strategy: 'jwt', maxAge: lifetimes.sessionHours.student * 3600 },
  cookies: { sessionToken: sessionCookie() },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const input = { email: String(credentials.email), password: String(credentials.password) };
        const origin = await requestOrigin();
        const result = await perform(
          signInOperation,
          { ...input, ...origin },
          { db: database(), actor: null },
        );
        if (!result.ok) throw new SignInRefused(result.code);
        return { id: result.userId, sid: result.sid };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user?.sid ? { sub: user.id, sid: user.sid } : token),
  },
  logger: { error: () => {} },
}));

/** Signs in and sets the cookie. @returns why it was refused, or null. Other errors are thrown on. */
export async function signInWithPassword(email: string, password: string): Promise<RefusalCode | null> {
  try {
    await signIn('credentials', { email, password, redirect: false, redirectTo: '/' });
    // next-auth keeps where to go in a cookie of its own; ours is in the form.
    const jar = await cookies();
    for (const { name } of jar.getAll()) if (name.endsWith('authjs.callback-url')) jar.delete(name);
    return null;
  } catch (error) {
    if (error instanceof CredentialsSignin) return error.code as RefusalCode;
    throw error;
  }
}

/** Clears the cookie. The session itself is revoked by the `sign-out` operation. */
export async function clearSessionCookie(): Promise<void> {
  await signOut({ redirect: false });
}

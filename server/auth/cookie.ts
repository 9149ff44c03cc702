import { env } from '../env';

/** Over https the `__Host-` prefix binds the cookie to this host; over plain http browsers would drop it. */
export function sessionCookie() {
  const secure = env().AUTH_URL.startsWith('https://');
  return {
    name: secure ? '__Host-session' : 'session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}

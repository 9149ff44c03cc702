import 'server-only';
import { env } from './env';

/**
 * Whether a POST to one of our own addresses comes from one of our own pages. Browsers always name the
 * origin of a POST; what does not name it is refused. On this machine alone (embedded), the loopback
 * names mean the same site.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  const { AUTH_URL, PLATFORM_MODE } = env();
  if (origin === new URL(AUTH_URL).origin) return true;
  return (
    PLATFORM_MODE === 'embedded' &&
    /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin) &&
    origin.endsWith(`//${request.headers.get('host')}`)
  );
}

/** Back to the page a form was on: a path of this site, else the start. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}

/** The path of the page that sent a form, without its fragment. */
export function refererPath(request: Request): string {
  try {
    const url = new URL(request.headers.get('referer') ?? '');
    return url.pathname + url.search;
  } catch {
    return '/';
  }
}

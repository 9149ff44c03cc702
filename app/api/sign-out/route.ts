import { signOut } from '@/features/accounts/sign-out';
import { clearSessionCookie } from '@/server/auth';
import { call, viewer } from '@/server/call';
import { isSameOrigin, seeOther } from '@/server/route';

/** Ends the session, clears the cookie, and asks the browser to forget what it kept of the site. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('Not from this site.', { status: 403 });
  if (await viewer()) await call(signOut, {});
  await clearSessionCookie();
  const response = seeOther('/sign-in?after=sign-out');
  response.headers.set('clear-site-data', '"cache", "storage"');
  return response;
}

import { stopViewing } from '@/features/accounts/stop-viewing';
import { call } from '@/server/call';
import { isSameOrigin, seeOther } from '@/server/route';

/** Ends looking at a student's pages, and leads back to the person. A plain form: it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('Not from this site.', { status: 403 });
  const { userId } = await call(stopViewing, {});
  return seeOther(userId ? `/admin/people/${userId}` : '/');
}

import { themeFrom } from '@/components/site/theme';
import { isSameOrigin, refererPath, seeOther } from '@/server/route';

/** Keeps the chosen theme in a cookie and goes back. For browsers without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('Not from this site.', { status: 403 });
  const form = await request.formData().catch(() => null);
  const theme = themeFrom(String(form?.get('theme')));
  const response = seeOther(refererPath(request));
  if (theme) response.headers.append('set-cookie', `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return response;
}

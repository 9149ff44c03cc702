import { isSameOrigin } from '@/server/route';
import { receiveDocument } from '../new/receive';

/** More than the largest text and the rest of the form can be. */
const largestBody = 9 * 1024 * 1024;

const json = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });

/**
 * The same form, posted by the page's script: a text of 2 MB is more than a server action takes, and what
 * was typed stays in the page whatever happens.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request))
    return json(403, { message: 'This request does not come from a page of this site.' });
  if (Number(request.headers.get('content-length') ?? 0) > largestBody)
    return json(413, { message: 'This is larger than 2 MB. Add it in parts.' });
  const form = await request.formData().catch(() => null);
  if (!form) return json(400, { message: 'The form could not be read.' });
  return json(200, await receiveDocument(form));
}

import { apiDocument } from '@/features/enrollment/api/document';
import { siteAddress } from '@/server/call';

/** The document tells nobody anything about anybody, so it needs no token. */
export function GET(): Response {
  return Response.json(apiDocument(siteAddress()), { headers: { 'cache-control': 'no-cache' } });
}

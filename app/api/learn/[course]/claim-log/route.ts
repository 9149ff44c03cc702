import { exportClaimLog } from '@/features/learning/claims/export-claim-log';
import { call } from '@/server/call';

type Context = { params: Promise<{ course: string }> };

/** One's own claim log as a file to take away: `?format=md` or `?format=csv`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'md';
  const { text, name, type } = await call(exportClaimLog, { course, format });
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

import { exportSet } from '@/features/authoring/bank/export-set';
import { isFormat } from '@/rules/exchange/carries';
import { call, missing } from '@/server/call';

type Context = { params: Promise<{ course: string; file: string }> };

/** A set of the question bank as a file for other systems: `?format=gift`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course, file } = await params;
  const format = new URL(request.url).searchParams.get('format');
  if (!isFormat(format)) missing();
  const { file: bytes, name, type } = await call(exportSet, { course, file, format });
  const isText = typeof bytes === 'string';
  return new Response(isText ? bytes : new Uint8Array(bytes), {
    headers: {
      'content-type': isText ? `${type}; charset=utf-8` : type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

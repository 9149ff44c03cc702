import { Readable } from 'node:stream';
import { exportRejected } from '@/features/enrollment/lists/export-rejected';
import { call } from '@/server/call';

type Context = { params: Promise<{ course: string; roster: string }> };

/** The rejected rows of a list as CSV, each with its reasons. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { text } = await call(exportRejected, await params);
  return new Response(Readable.toWeb(Readable.from(text).map(bytesOf)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rejected-rows.csv"',
      'cache-control': 'private, no-store',
    },
  });
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text);

import { Readable } from 'node:stream';
import { archiveCourse } from '@/features/authoring/exchange/archive-course';
import { exportCourse } from '@/features/authoring/exchange/export-course';
import { call } from '@/server/call';
import { assetStore } from '@/server/storage';

type Context = { params: Promise<{ course: string }> };

/** A course as a zip archive: its draft or, with `?edition=3`, what was published then. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  const edition = new URL(request.url).searchParams.get('edition');
  const { files, folder, name } = await call(exportCourse, { course, edition });
  const archive = archiveCourse(files, { name: folder, store: assetStore() });
  return new Response(Readable.toWeb(archive) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
}

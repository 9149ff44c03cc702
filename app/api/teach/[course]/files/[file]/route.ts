import { saveDraftFile } from '@/features/authoring/editor/save-draft-file';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; file: string }> };

/** For the editor's script. Without JavaScript the page's own form saves, which can show a conflict. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, file } = await params;
  return open(request, {
    operation: saveDraftFile,
    fromForm: () => ({}),
    fromAddress: { course, file },
    back: () => `/teach/${course}/files/${file}`,
    largest: 4 * 1024 * 1024,
    allowance: 'save',
  });
}

import { previewFile } from '@/features/authoring/editor/preview-file';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string }> };

/** For the editor's script: what a text that is not saved yet becomes. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  return open(request, {
    operation: previewFile,
    fromForm: () => ({}),
    fromAddress: { course },
    back: () => `/teach/${course}/outline`,
    largest: 4 * 1024 * 1024,
    allowance: 'read',
  });
}

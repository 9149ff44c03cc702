import { recordViews } from '@/features/learning/record-views';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: recordViews,
    fromForm: (form) => ({ blocks: form.getAll('block').map(String) }),
    fromAddress: { course, lesson },
    back: () => `/learn/${course}/${lesson}`,
  });
}

import { tryAnswer } from '@/features/authoring/preview/try-answer';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  return open(request, {
    operation: tryAnswer,
    // The preview has no plain form: without JavaScript its questions are only shown.
    fromForm: () => ({}),
    fromAddress: { course },
    back: () => `/teach/${course}/preview/draft`,
  });
}

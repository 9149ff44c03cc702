import { keepGrading } from '@/features/learning/work/keep-grading';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; submission: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, submission } = await params;
  return open(request, {
    operation: keepGrading,
    fromForm: (form) => ({ scores: {}, comment: form.get('comment') }),
    fromAddress: { course, submission },
    back: () => `/teach/${course}/work/${submission}`,
    largest: 128 * 1024,
  });
}

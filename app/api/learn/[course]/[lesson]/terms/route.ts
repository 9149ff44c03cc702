import { reviewTerm } from '@/features/learning/review/review-term';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: reviewTerm,
    fromForm: (form) =>
      Object.fromEntries(
        ['choose', 'stop'].flatMap((name) => (form.has(name) ? [[name, String(form.get(name))]] : [])),
      ),
    fromAddress: { course, lesson },
    back: () => `/learn/${course}/${lesson}#notes`,
  });
}

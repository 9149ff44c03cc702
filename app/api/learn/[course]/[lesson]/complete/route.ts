import { completeLesson } from '@/features/learning/complete-lesson';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: completeLesson,
    fromForm: () => ({}),
    fromAddress: { course, lesson },
    back: () => `/learn/${course}/${lesson}#finish`,
  });
}

import { putComment } from '@/features/learning/work/comments/put-comment';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; submission: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, submission } = await params;
  return open(request, {
    operation: putComment,
    fromForm: (form) => ({ id: form.get('id'), says: form.get('says') }),
    fromAddress: { course, submission },
    back: () => `/teach/${course}/work/${submission}`,
  });
}

import { saveAnswer } from '@/features/learning/quizzes/save-answer';
import { open } from '@/server/route';
import { attemptForm, largestAnswer } from '../../../attempt-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const address = await params;
  return open(request, {
    operation: saveAnswer,
    fromAddress: address,
    largest: largestAnswer,
    ...attemptForm(address),
  });
}

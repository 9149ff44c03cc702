import { takeAttemptHint } from '@/features/learning/quizzes/take-attempt-hint';
import { open } from '@/server/route';
import { attemptForm, largestAnswer } from '../../../attempt-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const address = await params;
  const { fromForm, back } = attemptForm(address);
  return open(request, {
    operation: takeAttemptHint,
    fromForm: (form) => ({ ...fromForm(form), hint: String(form.get('hint') ?? '') }),
    fromAddress: address,
    largest: largestAnswer,
    back,
  });
}

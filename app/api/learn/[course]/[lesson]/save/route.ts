import { saveAnswer } from '@/features/learning/quizzes/save-answer';
import { open } from '@/server/route';
import { answerFromForm } from '../../../answer-from-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  let attempt = '';
  let block = '';
  return open(request, {
    operation: saveAnswer,
    fromForm: (form) => {
      attempt = String(form.get('attempt') ?? '');
      block = String(form.get('block') ?? '');
      return { attempt, block, revision: String(form.get('revision') ?? ''), answer: answerFromForm(form) };
    },
    fromAddress: { course, lesson },
    largest: 256 * 1024,
    back: (problem) => {
      const query = problem === null ? '' : `?problem=${encodeURIComponent(problem)}`;
      return `/learn/${course}/${lesson}/attempts/${encodeURIComponent(attempt)}${query}#${encodeURIComponent(block)}`;
    },
  });
}

import { answerQuestion } from '@/features/learning/answer-question';
import { open } from '@/server/route';
import { answerFromForm } from '../../../answer-from-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  let block = '';
  return open(request, {
    operation: answerQuestion,
    fromForm: (form) => {
      block = String(form.get('block') ?? '');
      return { block, key: String(form.get('key') ?? ''), answer: answerFromForm(form) };
    },
    fromAddress: { course, lesson },
    largest: 256 * 1024,
    back: (problem) => {
      const query = problem === null ? '' : `?problem=${encodeURIComponent(block)}`;
      return `/learn/${course}/${lesson}${query}#${encodeURIComponent(block)}`;
    },
  });
}

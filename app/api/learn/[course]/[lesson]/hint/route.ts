import { takeHint } from '@/features/learning/take-hint';
import { answerLimits, isBlank } from '@/rules/learning/answer-forms';
import { open } from '@/server/route';
import { answerFromForm } from '../../../answer-from-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  let block = '';
  let answer: string[] = [];
  return open(request, {
    operation: takeHint,
    fromForm: (form) => {
      block = String(form.get('block') ?? '');
      answer = answerFromForm(form);
      return { block, hint: String(form.get('hint') ?? '') };
    },
    fromAddress: { course, lesson },
    // What was chosen and not checked yet comes back with the page, so that a hint costs nobody their answer.
    back: () => {
      const chosen = JSON.stringify([block, ...answer]);
      const short = !isBlank(answer) && chosen.length <= 4 * answerLimits.length;
      const query = short ? `?chosen=${encodeURIComponent(chosen)}` : '';
      return `/learn/${course}/${lesson}${query}#${encodeURIComponent(block)}`;
    },
  });
}

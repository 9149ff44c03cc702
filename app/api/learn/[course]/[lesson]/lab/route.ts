import { saveLabWork } from '@/features/learning/labs/save-lab-work';
import { submitLab } from '@/features/learning/labs/submit-lab';
import { open } from '@/server/route';
import { labForm, largestLab, valuesFromForm } from '../../../lab-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

/**
 * Hands a lab in. A plain form is saved first, so that nothing that was typed is lost when it is refused; its two
 * buttons say whether it is then handed in, too.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  const plain = await labForm(request);
  const block = String(plain?.get('block') ?? '');
  const page = `/learn/${course}/${lesson}`;
  const back = (problem: string | null) => {
    const query =
      problem === null ? '' : `?lab=${encodeURIComponent(block)}&lab-problem=${encodeURIComponent(problem)}`;
    return `${page}${query}#${encodeURIComponent(block)}`;
  };
  const door = { fromAddress: { course, lesson }, largest: largestLab, back };
  if (plain) {
    const saved = await open(request.clone(), {
      ...door,
      operation: saveLabWork,
      fromForm: (form) => ({
        block,
        attempt: form.get('attempt'),
        text: JSON.stringify(valuesFromForm(form)),
        base: form.get('base'),
        writer: form.get('writer'),
      }),
    });
    const isSaved = saved.status === 303 && saved.headers.get('location') === back(null);
    if (!isSaved || plain.get('then') === 'save') return saved;
  }
  return open(request, {
    ...door,
    operation: submitLab,
    fromForm: (form) => ({
      block,
      attempt: form.get('attempt'),
      key: form.get('key'),
      values: valuesFromForm(form),
    }),
  });
}

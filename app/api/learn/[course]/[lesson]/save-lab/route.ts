import { saveLabWork } from '@/features/learning/labs/save-lab-work';
import { open } from '@/server/route';
import { largestLab, valuesFromForm } from '../../../lab-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: saveLabWork,
    fromForm: (form) => ({
      block: form.get('block'),
      attempt: form.get('attempt'),
      text: JSON.stringify(valuesFromForm(form)),
      base: form.get('base'),
      writer: form.get('writer'),
    }),
    fromAddress: { course, lesson },
    largest: largestLab,
    back: () => `/learn/${course}/${lesson}`,
  });
}

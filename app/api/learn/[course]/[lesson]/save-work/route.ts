import { saveDraft } from '@/features/learning/work/save-draft';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; lesson: string }> };

/** A hundred thousand Chinese characters, written as JSON. */
const largest = 700_000;

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: saveDraft,
    fromForm: (form) => ({
      number: form.get('number'),
      text: form.get('text'),
      base: form.get('base'),
      writer: form.get('writer'),
    }),
    fromAddress: { course, lesson },
    back: () => `/learn/${course}/${lesson}#work`,
    largest,
  });
}

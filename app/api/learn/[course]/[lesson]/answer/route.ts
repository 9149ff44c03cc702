import { answerQuestion } from '@/features/learning/answer-question';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; lesson: string }> };

/** Options ticked or, for an ordering, the items by the place that each was given. */
function answerFrom(form: FormData): string[] {
  const places = [...form].flatMap(([name, value]) =>
    name.startsWith('place-') ? [{ id: name.slice('place-'.length), place: Number(value) }] : [],
  );
  if (places.length === 0) return form.getAll('option').map(String);
  const distinct = new Set(places.map(({ place }) => place));
  if (distinct.size !== places.length) return [];
  return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  let block = '';
  return open(request, {
    operation: answerQuestion,
    fromForm: (form) => {
      block = String(form.get('block') ?? '');
      return { block, key: String(form.get('key') ?? ''), answer: answerFrom(form) };
    },
    fromAddress: { course, lesson },
    back: (problem) => {
      const query = problem === null ? '' : `?problem=${encodeURIComponent(block)}`;
      return `/learn/${course}/${lesson}${query}#${encodeURIComponent(block)}`;
    },
  });
}

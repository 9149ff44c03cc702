import { saveLabWork } from '@/features/learning/labs/save-lab-work';
import { open } from '@/server/route';
import { draftFromForm, largestLab } from '../../../lab-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  return open(request, {
    operation: saveLabWork,
    fromForm: draftFromForm,
    fromAddress: { course, lesson },
    largest: largestLab,
    back: () => `/learn/${course}/${lesson}`,
  });
}

import { saveClaimEntry } from '@/features/learning/claims/save-claim-entry';
import { claimWordsIn } from '@/rules/claims/form';
import { open } from '@/server/route';

type Context = { params: Promise<{ course: string; entry: string }> };

/** An entry of a claim log as it is typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, entry } = await params;
  return open(request, {
    operation: saveClaimEntry,
    fromForm: (form) => ({
      ...claimWordsIn(form),
      lesson: form.get('lesson'),
      base: form.get('base'),
      writer: form.get('writer'),
    }),
    fromAddress: { course, entry },
    back: () => `/learn/${course}/claim-log/${entry}`,
  });
}

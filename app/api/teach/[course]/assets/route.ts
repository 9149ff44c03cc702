import { addAsset } from '@/features/authoring/assets/add-asset';
import { admitUpload } from '@/features/authoring/assets/admit-upload';
import { keepAsset } from '@/features/authoring/assets/keep-asset';
import { receiveUpload } from '@/server/upload';

type Context = { params: Promise<{ course: string }> };

/** Takes one file into the draft of a course. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course } = await params;
  return receiveUpload(request, {
    admit: { operation: admitUpload, input: { course } },
    keep: keepAsset,
    record: { operation: addAsset, input: ({ asset }, name) => ({ course, name, asset }) },
    back: (outcome) => {
      const page = `/teach/${course}/assets`;
      return 'output' in outcome
        ? `${page}?added=${encodeURIComponent(outcome.output.path)}`
        : `${page}?problem=${outcome.problem}`;
    },
  });
}

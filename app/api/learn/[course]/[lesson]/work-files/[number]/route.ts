import { keepAsset } from '@/features/authoring/assets/keep-asset';
import { addWorkFile } from '@/features/learning/work/files/add-work-file';
import { admitWorkFile } from '@/features/learning/work/files/admit-work-file';
import { keepWorkFile } from '@/features/learning/work/files/keep-work-file';
import { receiveUpload } from '@/server/upload';

type Context = { params: Promise<{ course: string; lesson: string; number: string }> };

/** Takes one file to what a learner writes. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const version = await params;
  return receiveUpload(request, {
    admit: { operation: admitWorkFile, input: version },
    keep: keepWorkFile(keepAsset),
    record: { operation: addWorkFile, input: ({ file }, name) => ({ ...version, name, file }) },
    back: (outcome) => {
      const page = `/learn/${version.course}/${version.lesson}`;
      return 'output' in outcome
        ? `${page}#work-files`
        : `${page}?file-problem=${outcome.problem}#work-files`;
    },
  });
}

import { readWorkFile } from '@/features/learning/work/files/read-work-file';
import { attachmentAnswer } from '@/server/attachment';
import { call, missing } from '@/server/call';

type Context = { params: Promise<{ file: string }> };

/** A file of written work, for its learner and for who grades it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return (await attachmentAnswer(await call(readWorkFile, await params))) ?? missing();
}

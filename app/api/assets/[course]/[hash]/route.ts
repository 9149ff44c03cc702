import { readAsset } from '@/features/assets/read-asset';
import { assetAnswer } from '@/server/asset-answer';
import { call, missing } from '@/server/call';

type Context = { params: Promise<{ course: string; hash: string }> };

/** A file of a course, for those who may read it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asset = await call(readAsset, await params);
  return (await assetAnswer(request, asset)) ?? missing();
}

export const HEAD = GET;

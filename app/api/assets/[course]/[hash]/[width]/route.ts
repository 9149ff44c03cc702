import { readAsset } from '@/features/assets/read-asset';
import { assetAnswer } from '@/server/asset-answer';
import { call, missing } from '@/server/call';

type Context = { params: Promise<{ course: string; hash: string; width: string }> };

/** A picture of a course in one of the widths it is kept in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { width, ...address } = await params;
  const asset = await call(readAsset, address);
  const asked = /^[1-9]\d{0,3}$/.test(width) ? Number(width) : 0;
  return (await assetAnswer(request, asset, asked)) ?? missing();
}

export const HEAD = GET;

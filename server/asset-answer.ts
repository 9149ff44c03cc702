import type { Asset } from '@/rules/authoring/course-files';
import { byteRange } from '@/rules/files/byte-range';
import { widthFor } from '@/rules/files/pictures';
import { noteHeaders } from './request-context';
import { type AssetStore, assetStore } from './storage';

/** An asset as `read-asset` gives it. */
export type ReadableAsset = Asset & { path: string | null; forEverybody: boolean };

/** Nothing in a file may run, load or be sent anywhere, whatever it turns out to be. */
const policy = "sandbox; default-src 'none'";

const sameTag = (header: string | null, tag: string): boolean =>
  (header ?? '').split(',').some((part) => ['*', tag, `W/${tag}`].includes(part.trim()));

/** The name under which a browser saves what it does not show. */
function disposition({ type, path }: ReadableAsset): string {
  if (/^(image|audio|video)\//.test(type)) return 'inline';
  const name =
    (path ?? '')
      .split('/')
      .at(-1)
      ?.replace(/[^A-Za-z0-9._-]/g, '-') || 'file';
  return `attachment; filename="${name}"`;
}

function headersOf(asset: ReadableAsset, name: string): Record<string, string> {
  const type = name === asset.hash ? asset.type : 'image/webp';
  // Compressing on the way would change the length, and captions are small.
  const kept = `max-age=31536000, immutable${type === 'text/vtt' ? ', no-transform' : ''}`;
  return {
    'content-type': type === 'text/vtt' ? 'text/vtt; charset=utf-8' : type,
    'content-disposition': disposition(asset),
    'cache-control': `${asset.forEverybody ? 'public' : 'private'}, ${kept}`,
    etag: `"${name}"`,
    ...(/^(audio|video)\//.test(type) ? { 'accept-ranges': 'bytes' } : {}),
  };
}

/**
 * The answer with an asset, or with the lighter version of a picture: whole, in part, or that it did not
 * change. Null when nothing is stored for it.
 */
export async function assetAnswer(
  request: Request,
  asset: ReadableAsset,
  width: number | null = null,
  store: AssetStore = assetStore(),
): Promise<Response | null> {
  const kept = width === null || asset.width === null ? null : widthFor(width, asset.width);
  if (width !== null && (kept === null || !asset.type.startsWith('image/'))) return null;
  const name = kept === null ? asset.hash : `${asset.hash}.${kept}.webp`;
  const headers = headersOf(asset, name);
  const answer = (
    status: number,
    body: ReadableStream<Uint8Array> | null,
    length: number | null,
    more = {},
  ) => {
    noteHeaders({ 'content-security-policy': policy });
    if (length !== null) noteHeaders({ 'content-length': String(length) });
    return new Response(body, { status, headers: { ...headers, ...more } });
  };
  const { headers: asked, method } = request;
  if (sameTag(asked.get('if-none-match'), headers.etag ?? '')) return answer(304, null, null);

  const partial = headers['accept-ranges'] && [null, headers.etag].includes(asked.get('if-range'));
  const range = partial ? byteRange(asked.get('range'), asset.bytes) : null;
  if (range === 'none') {
    return answer(416, null, 0, { 'content-range': `bytes */${asset.bytes}` });
  }
  if (method === 'HEAD') {
    const size = await store.size(name);
    return size === null ? null : answer(200, null, size);
  }
  const found = await store.open(name, range ?? undefined);
  if (!found) return null;
  if (!range) return answer(200, found.body, found.size);
  const { start, end } = range;
  return answer(206, found.body, end - start + 1, { 'content-range': `bytes ${start}-${end}/${found.size}` });
}

import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { type AssetStore, isAssetName, placeOf, type SweptStore } from './store';

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** How long an answer, or the next bytes of one, may take. */
  timeoutMs?: number;
};

/** What was stored within this time is not stored again: half as long as what nobody uses is kept. */
const fresh = 12 * 3600_000;

/** Ends a body whose next bytes do not come in time. A reader who is slow is not hurried. */
function withTimeout(body: ReadableStream<Uint8Array>, ms: number, abort: () => void) {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const late = setTimeout(abort, ms);
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } finally {
          clearTimeout(late);
        }
      },
      async cancel(reason) {
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Assets in a bucket of an S3-compatible store, addressed by path. An object is there whole or not at all. */
export function s3Store(settings: S3Settings): SweptStore {
  const { endpoint, bucket, region, accessKey, secretKey, timeoutMs = 15_000 } = settings;
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 2,
  });
  const place = `${endpoint.replace(/\/+$/, '')}/${bucket}`;

  /** Null when there is no such object. What else is wrong is thrown, without the keys. */
  async function ask(method: string, path: string, init: RequestInit = {}) {
    const ending = new AbortController();
    const abort = () => ending.abort(new Error('the asset store took too long'));
    const late = setTimeout(abort, timeoutMs);
    try {
      const response = await client.fetch(`${place}${path}`, {
        ...init,
        method,
        signal: ending.signal,
        redirect: 'error',
        cache: 'no-store',
      });
      if (response.ok) return { response, abort };
      await response.body?.cancel();
      if (response.status === 404 && method !== 'PUT') return null;
      throw new Error(`the asset store answered ${response.status} to ${method}`);
    } finally {
      clearTimeout(late);
    }
  }

  const bodyOf = ({ response, abort }: { response: Response; abort: () => void }) =>
    withTimeout(response.body ?? new ReadableStream(), timeoutMs, abort);
  const pathOf = (name: string) => `/assets/${placeOf(name)}`;

  const open: AssetStore['open'] = async (name, range) => {
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const found = await ask('GET', pathOf(name), headers && { headers });
    if (!found) return null;
    const { response } = found;
    if (range && response.status !== 206) throw new Error('the asset store does not send parts');
    const total = range
      ? response.headers.get('content-range')?.split('/').at(-1)
      : response.headers.get('content-length');
    return { body: bodyOf(found), size: Number(total) };
  };
  const head = async (name: string) => (await ask('HEAD', pathOf(name)))?.response.headers ?? null;
  const size: AssetStore['size'] = async (name) => {
    const found = await head(name);
    return found && Number(found.get('content-length'));
  };
  const timeIn = (headers: Headers) => new Date(headers.get('last-modified') ?? 0);

  return {
    open,
    size,
    async read(name) {
      const found = await open(name);
      return found && new Uint8Array(await new Response(found.body).arrayBuffer());
    },
    async write(name, bytes) {
      const found = await head(name);
      const same = found && Number(found.get('content-length')) === bytes.length;
      if (same && Date.now() - timeIn(found).getTime() < fresh) return;
      // The store checks what arrives against this hash, and refuses what was damaged on the way.
      const hash = createHash('sha256').update(bytes).digest('hex');
      const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
      await ask('PUT', pathOf(name), { body: bytes, headers });
    },
    async *list() {
      let more = '';
      do {
        const found = await ask('GET', `?list-type=2&prefix=assets%2F${more}`);
        const xml = found ? await new Response(bodyOf(found)).text() : '';
        for (const [, entry = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
          const name = textOf(entry, 'Key').split('/').at(-1) ?? '';
          if (isAssetName(name)) yield { name, at: new Date(textOf(entry, 'LastModified')) };
        }
        const next = textOf(xml, 'NextContinuationToken');
        more = next && `&continuation-token=${encodeURIComponent(next)}`;
      } while (more);
    },
    async storedAt(name) {
      const found = await head(name);
      return found && timeIn(found);
    },
    async remove(name) {
      await ask('DELETE', pathOf(name));
    },
  };
}

/** What an element of the store's XML says, with the five entities that XML has. */
function textOf(xml: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name] ?? '');
}

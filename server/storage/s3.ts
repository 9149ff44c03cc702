import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { type AssetStore, placeOf } from './store';

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** How long an answer, or the next bytes of one, may take. */
  timeoutMs?: number;
};

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
export function s3Store(settings: S3Settings): AssetStore {
  const { endpoint, bucket, region, accessKey, secretKey, timeoutMs = 15_000 } = settings;
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 2,
  });
  const address = (name: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/assets/${placeOf(name)}`;

  /** Null when there is no such object. What else is wrong is thrown, without the keys. */
  async function ask(method: string, name: string, init: RequestInit = {}) {
    const ending = new AbortController();
    const abort = () => ending.abort(new Error('the asset store took too long'));
    const late = setTimeout(abort, timeoutMs);
    try {
      const response = await client.fetch(address(name), {
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

  const open: AssetStore['open'] = async (name, range) => {
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const found = await ask('GET', name, headers && { headers });
    if (!found) return null;
    const { response, abort } = found;
    if (range && response.status !== 206) throw new Error('the asset store does not send parts');
    const total = range
      ? response.headers.get('content-range')?.split('/').at(-1)
      : response.headers.get('content-length');
    const body = response.body ?? new ReadableStream();
    return { body: withTimeout(body, timeoutMs, abort), size: Number(total) };
  };
  const size: AssetStore['size'] = async (name) => {
    const found = await ask('HEAD', name);
    return found && Number(found.response.headers.get('content-length'));
  };

  return {
    open,
    size,
    async read(name) {
      const found = await open(name);
      return found && new Uint8Array(await new Response(found.body).arrayBuffer());
    },
    async write(name, bytes) {
      if ((await size(name)) === bytes.length) return;
      // The store checks what arrives against this hash, and refuses what was damaged on the way.
      const hash = createHash('sha256').update(bytes).digest('hex');
      const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
      await ask('PUT', name, { body: bytes, headers });
    },
  };
}

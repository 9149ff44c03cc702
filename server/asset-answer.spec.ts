import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { AssetType } from '@/rules/authoring/course-files';
import { memoryStore } from '@/test/assets';
import { serve, stopServers } from '@/test/serve';
import { assetAnswer, type ReadableAsset } from './asset-answer';
import { type RequestContext, requests } from './request-context';

const hash = 'ab'.repeat(32);
const store = memoryStore();
beforeAll(async () => {
  await store.write(hash, new TextEncoder().encode('0123456789'));
  await store.write(`${hash}.480.webp`, new TextEncoder().encode('light'));
});

const asset = (type: AssetType, changes: Partial<ReadableAsset> = {}): ReadableAsset => ({
  hash,
  type,
  bytes: 10,
  width: type.startsWith('image/') ? 800 : null,
  height: null,
  path: 'assets/a file.pdf',
  forEverybody: false,
  ...changes,
});

type Init = { method?: string; headers?: Record<string, string> };

/** The answer as it leaves: with the headers that the HTTP server sets last. */
async function ask(of: ReadableAsset, init: Init = {}, width: number | null = null) {
  const context: RequestContext = { id: '', unavailable: false, missing: false };
  const request = new Request('http://localhost/', init);
  const answer = await requests.run(context, () => assetAnswer(request, of, width, store));
  if (!answer) return null;
  const body = await answer.text();
  return {
    status: answer.status,
    body,
    headers: { ...Object.fromEntries(answer.headers), ...context.headers },
  };
}

const sandbox = "sandbox; default-src 'none'";

describe('a file', () => {
  test.each<[AssetType, string, string]>([
    ['image/png', 'image/png', 'inline'],
    ['video/webm', 'video/webm', 'inline'],
    ['audio/mpeg', 'audio/mpeg', 'inline'],
    ['application/pdf', 'application/pdf', 'attachment; filename="a-file.pdf"'],
    ['text/vtt', 'text/vtt; charset=utf-8', 'attachment; filename="a-file.pdf"'],
  ])('of type %s is sent whole, as what it is and nothing else', async (type, sentAs, disposition) => {
    const answer = await ask(asset(type));
    expect(answer).toMatchObject({
      status: 200,
      body: '0123456789',
      headers: {
        'content-type': sentAs,
        'content-disposition': disposition,
        'content-length': '10',
        'content-security-policy': sandbox,
        'cache-control': expect.stringMatching(/^private, max-age=31536000, immutable/),
        etag: `"${hash}"`,
      },
    });
  });

  test('asked for by its head alone has the same headers and no body', async () => {
    const [whole, head] = [await ask(asset('video/mp4')), await ask(asset('video/mp4'), { method: 'HEAD' })];
    expect(head).toEqual({ ...whole, body: '' });
  });

  test('that everybody may read is kept by everybody', async () => {
    const answer = await ask(asset('image/png', { forEverybody: true }));
    expect(answer?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('with an odd name is saved under a plain one', async () => {
    const answer = await ask(asset('application/pdf', { path: 'assets/a"\r\nx: y; 图.pdf' }));
    expect(answer?.headers['content-disposition']).toBe('attachment; filename="a---x--y---.pdf"');
    const nameless = await ask(asset('application/pdf', { path: null }));
    expect(nameless?.headers['content-disposition']).toBe('attachment; filename="file"');
  });

  test.each([`"${hash}"`, `W/"${hash}"`, '*', `"other", "${hash}"`])(
    'that is known as %s is not sent again',
    async (tag) => {
      const answer = await ask(asset('image/png'), { headers: { 'if-none-match': tag } });
      expect([answer?.status, answer?.body, answer?.headers['content-security-policy']]).toEqual([
        304,
        '',
        sandbox,
      ]);
    },
  );

  test('that is known in another version is sent', async () => {
    expect((await ask(asset('image/png'), { headers: { 'if-none-match': '"other"' } }))?.status).toBe(200);
  });

  test('whose bytes are lost is not there', async () => {
    const lost = asset('video/mp4', { hash: 'cd'.repeat(32) });
    expect([await ask(lost), await ask(lost, { method: 'HEAD' })]).toEqual([null, null]);
  });
});

describe('a part', () => {
  const film = asset('video/mp4');
  test.each<[string, string, number, string, string]>([
    ['from the start', 'bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['to the end', 'bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['from the end', 'bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['beyond the end', 'bytes=10-', 416, '', 'bytes */10'],
  ])('%s of a film', async (_title, range, status, body, contentRange) => {
    const answer = await ask(film, { headers: { range } });
    expect(answer).toMatchObject({
      status,
      body,
      headers: {
        'content-range': contentRange,
        'content-length': String(body.length),
        'accept-ranges': 'bytes',
      },
    });
  });

  test('of a picture or a document is the whole', async () => {
    for (const type of ['image/png', 'application/pdf'] as const) {
      const answer = await ask(asset(type), { headers: { range: 'bytes=0-3' } });
      expect([answer?.status, answer?.body]).toEqual([200, '0123456789']);
      expect(answer?.headers['accept-ranges']).toBeUndefined();
    }
  });

  test('of a version that is no more is the whole', async () => {
    const of = (tag: string) => ask(film, { headers: { range: 'bytes=0-3', 'if-range': tag } });
    expect([(await of('"other"'))?.status, (await of(`"${hash}"`))?.status]).toEqual([200, 206]);
  });
});

describe('a picture in a width', () => {
  test('is the lighter one, as WebP', async () => {
    const answer = await ask(asset('image/png'), {}, 480);
    expect(answer).toMatchObject({
      body: 'light',
      headers: { 'content-type': 'image/webp', 'content-length': '5', etag: `"${hash}.480.webp"` },
    });
  });

  test.each([
    ['nobody offers', asset('image/png'), 481],
    ['is none', asset('image/png'), 0],
    ['was never stored', asset('image/png'), 800],
    ['a film has not', asset('video/mp4', { width: 640 }), 480],
    ['a document has not', asset('application/pdf'), 480],
  ])('that %s is not there', async (_title, of, width) => {
    expect(await ask(of, {}, width)).toBeNull();
  });
});

test('over HTTP the stricter policy is the only one, whatever the framework does with headers', async () => {
  const asked = await serve(async (_request, response) => {
    const answer = await assetAnswer(new Request('http://localhost/'), asset('image/png'), null, store);
    // As the framework does: what stands already stays, and a length is dropped.
    for (const [name, value] of answer?.headers ?? [])
      if (!response.hasHeader(name)) response.setHeader(name, value);
    response.end(await answer?.text());
  });
  const { headers } = await asked();
  expect(headers.get('content-security-policy')).toBe(sandbox);
  expect(headers.get('content-length')).toBe('10');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  stopServers();
  vi.restoreAllMocks();
});

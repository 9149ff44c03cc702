import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { byteRange } from '@/rules/files/byte-range';
import { storeOf } from './index';
import { s3Store } from './s3';

const bytes = new TextEncoder().encode('some bytes');
const name = createHash('sha256').update(bytes).digest('hex');
const keys = { accessKeyId: 'key', secretAccessKey: 'secret', region: 'eu-test-1', service: 's3' };

let server: Server;
let endpoint: string;
let objects: Map<string, Buffer>;
/** When an object was stored, if not just now. */
let times: Map<string, Date>;
/** What happens instead of an answer, for as long as it is set. */
let instead: ((request: IncomingMessage, response: ServerResponse) => void) | null;
let asked: string[];

/** Whether a request is signed with the keys, as a store finds out: by signing it again. */
async function isSigned({ method, url, headers }: IncomingMessage): Promise<boolean> {
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const signed = names.split(';').filter((header) => header !== 'host');
  const signer = new AwsV4Signer({
    ...keys,
    method,
    url: `${endpoint}${url}`,
    headers: Object.fromEntries(signed.map((header) => [header, String(headers[header])])),
    datetime: String(headers['x-amz-date']),
  });
  return (await signer.authHeader()) === headers.authorization;
}

const timeOf = (url: string) => times.get(url) ?? new Date();

/** A part of the list of objects: two, and where the next part begins. */
function listOf(url: string): string {
  const token = new URL(url, endpoint).searchParams.get('continuation-token');
  const from = Number(token?.slice(2) ?? 0);
  const urls = [...objects.keys()];
  const entries = urls.slice(from, from + 2).map((at) => {
    const key = at.slice('/courses/'.length);
    return `<Contents><Key>${key}</Key><LastModified>${timeOf(at).toISOString()}</LastModified></Contents>`;
  });
  const next = from + 2 < urls.length;
  const more = next ? `<NextContinuationToken>&lt;&amp;${from + 2}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`;
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { method = '', url = '', headers } = request;
  asked.push(`${method} ${url}`);
  if (instead) return instead(request, response);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  if (!(await isSigned(request))) return response.writeHead(403).end('<Error>secret words</Error>');
  if (method === 'PUT') {
    const intact = createHash('sha256').update(body).digest('hex') === headers['x-amz-content-sha256'];
    if (intact) objects.set(url, body);
    if (intact) times.delete(url);
    return response.writeHead(intact ? 200 : 400).end();
  }
  if (url.startsWith('/courses?list-type=2&prefix=assets%2F')) return response.end(listOf(url));
  if (method === 'DELETE') {
    objects.delete(url);
    return response.writeHead(204).end();
  }
  const object = objects.get(url);
  if (!object) return response.writeHead(404).end('<Error/>');
  response.setHeader('last-modified', timeOf(url).toUTCString());
  const range = byteRange(headers.range ?? null, object.length);
  if (range === null || range === 'none') {
    return response.writeHead(200, { 'content-length': object.length }).end(method === 'HEAD' ? '' : object);
  }
  const { start, end } = range;
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${object.length}` });
  response.end(object.subarray(start, end + 1));
}

beforeEach(async () => {
  objects = new Map();
  times = new Map();
  instead = null;
  asked = [];
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close().closeAllConnections();
});

const newStore = (changes = {}) =>
  s3Store({
    endpoint: `${endpoint}/`,
    bucket: 'courses',
    region: 'eu-test-1',
    accessKey: 'key',
    secretKey: 'secret',
    timeoutMs: 200,
    ...changes,
  });

describe('a bucket as a store', () => {
  test('gives back what was written, whole and in part', async () => {
    const store = newStore();
    await store.write(name, bytes);
    expect([...objects.keys()]).toEqual([`/courses/assets/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`]);
    expect(await store.read(name)).toEqual(bytes);
    expect(await store.size(name)).toBe(10);
    const part = await store.open(name, { start: 5, end: 9 });
    expect([part?.size, await new Response(part?.body).text()]).toEqual([10, 'bytes']);
  });

  test('does not send what is there already', async () => {
    const store = newStore();
    await store.write(name, bytes);
    await store.write(name, bytes);
    expect(asked.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('sends what was stored long ago again, so that it counts as stored now', async () => {
    const store = newStore();
    await store.write(name, bytes);
    const [url = ''] = objects.keys();
    times.set(url, new Date(Date.now() - 13 * 3_600_000));
    await store.write(name, bytes);
    expect(asked.filter((request) => request.startsWith('PUT'))).toHaveLength(2);
    expect(Date.now() - ((await store.storedAt(name))?.getTime() ?? 0)).toBeLessThan(10_000);
  });

  test('lists what it holds, part by part, with when each was stored', async () => {
    const store = newStore();
    const names = [name, `${name}.480.webp`, `${name}.960.webp`];
    for (const one of names) await store.write(one, bytes);
    objects.set('/courses/assets/readme.txt', Buffer.from('not ours'));
    const at = new Date('2026-01-02T03:04:05.000Z');
    for (const url of objects.keys()) times.set(url, at);
    const listed: unknown[] = [];
    for await (const entry of store.list()) listed.push(entry);
    expect(listed).toEqual(names.map((one) => ({ name: one, at })));
    expect(await store.storedAt(name)).toEqual(at);
  });

  test('removes what is named, once or twice', async () => {
    const store = newStore();
    await store.write(name, bytes);
    await store.remove(name);
    await store.remove(name);
    expect(objects.size).toBe(0);
    expect(await store.storedAt(name)).toBeNull();
  });

  test('has nothing where nothing was written', async () => {
    const store = newStore();
    expect([await store.read(name), await store.size(name), await store.open(name)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('that refuses the keys is an error that repeats neither keys nor its words', async () => {
    const failure = newStore({ secretKey: 'another' }).write(name, bytes);
    await expect(failure).rejects.toThrow(/^the asset store answered 403 to HEAD$/);
  });

  test('that fails for a moment is asked again', async () => {
    instead = (_request, response) => {
      instead = null;
      response.writeHead(503).end();
    };
    await newStore().write(name, bytes);
    expect(objects.size).toBe(1);
  });

  test('that goes on failing is an error, and nothing counts as written', async () => {
    instead = (_request, response) => void response.writeHead(500).end();
    await expect(newStore().write(name, bytes)).rejects.toThrow('answered 500');
  });

  test('that does not answer is given up', async () => {
    instead = () => {};
    await expect(newStore().read(name)).rejects.toThrow('took too long');
  });

  test('that stops in the middle is given up', async () => {
    instead = (_request, response) => void response.writeHead(200, { 'content-length': 10 }).write('some');
    await expect(newStore().read(name)).rejects.toThrow();
  });

  test('that leads elsewhere is not followed', async () => {
    instead = (_request, response) =>
      void response.writeHead(307, { location: 'http://169.254.169.254/' }).end();
    await expect(newStore().read(name)).rejects.toThrow();
  });

  test('knows no odd names', async () => {
    await expect(newStore().read('../../secrets')).rejects.toThrow('no name of an asset');
    expect(asked).toEqual([]);
  });

  test('is what the settings name', async () => {
    const store = storeOf({
      S3_ENDPOINT: endpoint,
      S3_BUCKET: 'courses',
      S3_REGION: 'eu-test-1',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
      ASSETS_DIR: '/nowhere',
    } as never);
    await store.write(name, bytes);
    expect(objects.size).toBe(1);
  });
});

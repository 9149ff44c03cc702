import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Handle, serve, stopServers } from '@/test/serve';
import { clientIp } from './http';
import { noteHeaders, noteUnavailable } from './request-context';

afterEach(stopServers);

const echo: Handle = (request, response) => {
  response.end(JSON.stringify(request.headers));
};
const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1];

const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(
    /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
  ),
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
};

describe('the headers', () => {
  test.each<[string, Handle]>([
    ['a page', (_request, response) => void response.end('x')],
    ['a page that is not there', (_request, response) => void response.writeHead(404).end('x')],
    ['a redirect', (_request, response) => void response.writeHead(307, { location: '/' }).end()],
    ['an error', (_request, response) => void response.writeHead(500).end('x')],
    ['a handler that throws', () => Promise.reject(new Error('broken'))],
    [
      'a database that is away',
      (_request, response) => {
        noteUnavailable();
        response.writeHead(500).end('x');
      },
    ],
  ])('are on %s', async (_title, handle) => {
    const ask = await serve(handle);
    const answer = await ask('/').then((response) => Object.fromEntries(response.headers));
    expect(answer).toMatchObject(everyAnswer);
    expect(answer['strict-transport-security']).toBeUndefined();
  });

  test('ask browsers to stay on https where the site is on https', async () => {
    const ask = await serve(echo, { https: true });
    expect((await ask()).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('allow evaluating code to the development server alone', async () => {
    const policies = await Promise.all(
      [false, true].map(async (dev) =>
        (await (await serve(echo, { dev }))()).headers.get('content-security-policy'),
      ),
    );
    expect(policies.map((policy) => policy?.includes("'unsafe-eval'"))).toEqual([false, true]);
  });

  test('have another nonce and another id each time', async () => {
    const ask = await serve(echo);
    const [one, two] = [await ask(), await ask()];
    expect(nonceOf(one.headers.get('content-security-policy'))).not.toBe(
      nonceOf(two.headers.get('content-security-policy')),
    );
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
  });
});

describe('headers that a handler notes', () => {
  const noted = { 'content-security-policy': 'sandbox', 'content-length': '3' };

  test('stand on its answer in place of ours, on a whole one and on one without a body', async () => {
    const ask = await serve((_request, response) => {
      noteHeaders(noted);
      response.end(_request.method === 'HEAD' ? undefined : 'abc');
    });
    for (const method of ['GET', 'HEAD']) {
      const { headers } = await ask('/', { method });
      expect(Object.fromEntries(headers)).toMatchObject({ ...everyAnswer, ...noted });
    }
  });

  test('do not stand on the page that is sent instead of its answer', async () => {
    const ask = await serve((_request, response) => {
      noteHeaders(noted);
      noteUnavailable();
      response.writeHead(500).end('x');
    });
    const answer = await ask('/');
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
      503,
      everyAnswer['content-security-policy'],
    ]);
  });
});

describe('what a client sends', () => {
  const forged = {
    'content-security-policy': "script-src 'nonce-forged'",
    'content-security-policy-report-only': "script-src 'nonce-forged'",
    'x-request-path': '/admin',
    'x-client-ip': '1.2.3.4',
    'x-request-id': 'forged',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '444',
    'x-forwarded-for': '1.2.3.4, 5.6.7.8',
    forwarded: 'host=evil.example',
  };

  test('as policy, path, address or id is replaced by what is true', async () => {
    const ask = await serve(echo);
    const response = await ask('/learn?page=2', { headers: forged });
    const seen = await response.json();
    expect(seen).toMatchObject({ 'x-request-path': '/learn?page=2', 'x-client-ip': '127.0.0.1' });
    expect(seen['content-security-policy']).toBe(response.headers.get('content-security-policy'));
    expect(seen['x-request-id']).toBe(response.headers.get('x-request-id'));
    expect(Object.keys(seen).filter((name) => /forwarded|report-only/.test(name))).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/forged|evil|1\.2\.3\.4/);
  });

  test('through a trusted proxy names the client: its last address', async () => {
    const ask = await serve(echo, { trustProxy: true });
    const seen = await (await ask('/', { headers: forged })).json();
    expect(seen).toMatchObject({ 'x-client-ip': '5.6.7.8', 'x-forwarded-host': 'evil.example' });
    expect(await (await ask('/')).json()).toMatchObject({ 'x-client-ip': '127.0.0.1' });
  });

  test('over IPv6 is the same address', () => {
    const request = { headers: {}, socket: { remoteAddress: '::ffff:10.0.0.1' } } as IncomingMessage;
    expect(clientIp(request, true)).toBe('10.0.0.1');
    expect(clientIp({ headers: {}, socket: {} } as IncomingMessage, false)).toBe('');
  });
});

test('an error after the head was sent ends the answer', async () => {
  const ask = await serve(async (_request, response) => {
    response.write('begun');
    throw new Error('broken');
  });
  expect(await (await ask()).text()).toBe('begun');
});

import { afterEach, describe, expect, test } from 'vitest';
import { type Handle, serve, stopServers } from '@/test/serve';
import { noteMissing, noteUnavailable, requests } from './request-context';

afterEach(stopServers);

describe('when the database is away', () => {
  const ways: [string, Handle][] = [
    [
      'the head is written',
      (_request, response) => void response.writeHead(500, { etag: 'x' }).end('Internal'),
    ],
    [
      'the body is sent at once',
      (_request, response) => {
        response.statusCode = 500;
        response.end('Internal');
      },
    ],
    [
      'the body comes in pieces',
      (_request, response) => {
        response.statusCode = 500;
        response.setHeader('content-length', 10);
        response.setHeader('cache-control', 'public, max-age=60');
        response.write('12345');
        response.end('67890');
      },
    ],
    [
      'the head is flushed first',
      (_request, response) => {
        response.statusCode = 500;
        response.flushHeaders();
        response.write('Internal');
        response.end();
      },
    ],
    ['the handler throws', () => Promise.reject(new Error('broken'))],
  ];

  test.each(ways)('an error becomes 503 with a message, however it is sent: %s', async (_title, handle) => {
    const ask = await serve((...args) => {
      noteUnavailable();
      return handle(...args);
    });
    const response = await ask();
    const body = await response.text();
    expect(response.status).toBe(503);
    expect(body).toContain('The server cannot reach its database just now.');
    expect(body).toContain(response.headers.get('x-request-id'));
    expect(body).not.toContain('Internal');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '2',
      'cache-control': expect.stringContaining('no-store'),
    });
    expect(response.headers.get('etag')).toBeNull();
  });

  test.each(ways)('an error of another kind stays 500: %s', async (_title, handle) => {
    const response = await (await serve(handle))();
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('database');
  });

  test('a page that came about all the same is left as it is', async () => {
    const ask = await serve((_request, response) => {
      noteUnavailable();
      response.end('fine');
    });
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([200, 'fine']);
  });

  test('only the request that met it says so', async () => {
    const ask = await serve(async (request, response) => {
      if (request.url === '/away') noteUnavailable();
      await new Promise((resolve) => setTimeout(resolve, 20));
      response.writeHead(500).end('x');
    });
    const answers = await Promise.all(['/away', '/here', '/away'].map((path) => ask(path)));
    expect(answers.map(({ status }) => status)).toEqual([503, 500, 503]);
  });

  test('noting it outside a request is no error', () => {
    expect(requests.getStore()).toBeUndefined();
    expect(() => noteUnavailable()).not.toThrow();
  });
});

describe('within a second after the database was lost', () => {
  const holder = globalThis as { platformDatabaseLostAt?: number };
  afterEach(() => {
    holder.platformDatabaseLostAt = undefined;
  });
  const served = async () => {
    const rendered: string[] = [];
    const ask = await serve((request, response) => {
      rendered.push(`${request.method} ${request.url}`);
      response.end('rendered');
    });
    return { ask, rendered };
  };

  test.each(['/', '/learn/a-course?x=1', '/api-of-ours'])(
    'the page %s is not rendered to find out',
    async (path) => {
      const { ask, rendered } = await served();
      holder.platformDatabaseLostAt = performance.now();
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(path, { method });
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
        expect(answer.headers.get('content-security-policy')).toContain('nonce-');
      }
      expect(rendered).toEqual([]);
    },
  );

  test.each([
    ['a form', '/learn', 'POST'],
    ['a door that answers in its own words', '/api/v1/courses', 'GET'],
    ['what was built into files', '/_next/static/chunk.js', 'GET'],
    ['a file with an ending', '/icon.svg?v=1', 'GET'],
  ])('is asked all the same: %s', async (_title, path, method) => {
    const { ask, rendered } = await served();
    holder.platformDatabaseLostAt = performance.now();
    expect((await ask(path, { method })).status).toBe(200);
    expect(rendered).toEqual([`${method} ${path}`]);
  });

  test('and not a moment longer: then pages are rendered again', async () => {
    const { ask } = await served();
    holder.platformDatabaseLostAt = performance.now() - 1_000;
    expect((await ask('/')).status).toBe(200);
  });
});

describe('when a page finds out late that it is not there', () => {
  const late: Handle = (request, response) => {
    if (request.url === '/-/not-found') {
      response
        .writeHead(404, { 'content-type': 'text/html' })
        .end(`the one page for ${request.headers.cookie}`);
      return;
    }
    noteMissing();
    response.writeHead(request.url === '/found' ? 200 : 404).end('half a page');
  };

  test('the one "Not found" page is sent, as this person would get it anywhere', async () => {
    const ask = await serve(late);
    const answers = await Promise.all(['/a', '/b'].map((path) => ask(path, { headers: { cookie: 'me=1' } })));
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe('the one page for me=1');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  test.each<[string, string, RequestInit, string]>([
    ['a page that is there', '/found', {}, 'half a page'],
    ['what a script asks for', '/a', { headers: { rsc: '1' } }, 'half a page'],
    ['a form', '/a', { method: 'POST' }, 'half a page'],
  ])('is left as it is: %s', async (_title, path, init, body) => {
    expect(await (await (await serve(late))(path, init)).text()).toBe(body);
  });
});

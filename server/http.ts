import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDatabaseGone } from './database';
import { securityHeaders } from './headers';
import { type Page, replaceAnswer } from './replace-answer';
import { type RequestContext, requests } from './request-context';
import { unavailablePage } from './unavailable-page';

type Options = { dev: boolean; https: boolean; trustProxy: boolean };
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The address of the client: the socket's or, behind a trusted proxy, the last that it names. */
export function clientIp(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return forwarded || (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' };

const later = { ...html, 'retry-after': '2' };

/** Pages need the database; what was built into files, and doors that answer in their own words, do not. */
const isPage = ({ method, url = '/' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(_next|api)\/|\.\w+$/.test(url.split('?')[0] ?? '');

/** An address that no route answers: the framework renders the "Not found" page whole for it. */
const nowhere = '/-/not-found';

/**
 * The "Not found" page as this person would get it anywhere. A page that finds out while rendering that
 * it is not there would otherwise leave an empty document for the browser's script to fill.
 */
async function missingPage(request: IncomingMessage): Promise<Page> {
  const { port } = request.socket.address() as AddressInfo;
  const host = request.socket.localAddress?.includes(':') ? '[::1]' : request.socket.localAddress;
  const cookie = request.headers.cookie;
  const answer = await fetch(`http://${host}:${port}${nowhere}`, { headers: cookie ? { cookie } : {} });
  return {
    status: 404,
    headers: { ...html, 'content-security-policy': answer.headers.get('content-security-policy') ?? '' },
    body: Buffer.from(await answer.arrayBuffer()),
  };
}

/** What is sent instead of the framework's own failures, by the status and what the request noted. */
function instead(request: IncomingMessage, context: RequestContext) {
  return (status: number): (() => Promise<Page>) | null => {
    if (status === 500 && context.unavailable) {
      return async () => ({ status: 503, headers: later, body: unavailablePage(context.id) });
    }
    const asksForPage = request.headers.rsc === undefined && request.method !== 'POST';
    return status === 404 && context.missing && asksForPage ? () => missingPage(request) : null;
  };
}

/** Wraps the framework's handler with what every request gets: an id, the headers, a nonce, the 503. */
export function requestListener(handle: Handler, options: Options): RequestListener {
  return (request, response) => {
    const context: RequestContext = { id: randomUUID(), unavailable: false, missing: false };
    const nonce = randomBytes(16).toString('base64');
    const headers = securityHeaders(nonce, options);
    // The framework takes the nonce from this header of the request; whatever a client sent is replaced.
    request.headers['content-security-policy'] = headers['content-security-policy'];
    delete request.headers['content-security-policy-report-only'];
    request.headers['x-request-path'] = request.url ?? '/';
    request.headers['x-client-ip'] = clientIp(request, options.trustProxy);
    request.headers['x-request-id'] = context.id;
    if (!options.trustProxy) {
      for (const name of [
        'x-forwarded-host',
        'x-forwarded-proto',
        'x-forwarded-port',
        'x-forwarded-for',
        'forwarded',
      ]) {
        delete request.headers[name];
      }
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('x-request-id', context.id);
    if (isPage(request) && isDatabaseGone()) {
      response.writeHead(503, later).end(unavailablePage(context.id));
      return;
    }
    const choose = instead(request, context);
    replaceAnswer(response, (status) => {
      const page = choose(status);
      const noted = page ? {} : (context.headers ?? {});
      for (const [name, value] of Object.entries(noted)) response.setHeader(name, value);
      return page;
    });
    requests.run(context, () => {
      handle(request, response).catch(() => {
        if (response.headersSent) return response.end();
        response.statusCode = 500;
        response.end('Something went wrong on our side.');
      });
    });
  };
}

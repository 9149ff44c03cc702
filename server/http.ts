import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { securityHeaders } from './headers';
import { requests } from './request-context';
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

/**
 * Turns an answer of 500 into 503 with a message when the request noted that the database could not be
 * reached. The status is decided when the head is written, so the body is replaced with it.
 */
function answerUnavailable(response: ServerResponse, context: { id: string; unavailable: boolean }): void {
  const writeHead = response.writeHead.bind(response);
  const replace = () => {
    const body = unavailablePage(context.id);
    for (const name of response.getHeaderNames()) {
      if (/^(content-(type|length|encoding)|transfer-encoding|etag|cache-control|vary)$/.test(name))
        response.removeHeader(name);
    }
    response.statusCode = 503;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('retry-after', '2');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-length', Buffer.byteLength(body));
    writeHead(503);
    const end = response.end.bind(response);
    response.write = (() => true) as typeof response.write;
    response.end = (() => end(body)) as typeof response.end;
    return response;
  };
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const status = typeof args[0] === 'number' ? args[0] : response.statusCode;
    return status === 500 && context.unavailable ? replace() : writeHead(...args);
  }) as typeof response.writeHead;
}

/** Wraps the framework's handler with what every request gets: an id, the headers, a nonce, the 503. */
export function requestListener(handle: Handler, options: Options): RequestListener {
  return (request, response) => {
    const context = { id: randomUUID(), unavailable: false };
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
    answerUnavailable(response, context);
    requests.run(context, () => {
      handle(request, response).catch(() => {
        if (response.headersSent) return response.end();
        response.statusCode = 500;
        response.end('Something went wrong on our side.');
      });
    });
  };
}

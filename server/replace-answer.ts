import type { OutgoingHttpHeader, ServerResponse } from 'node:http';

export type Page = { status: number; headers: Record<string, OutgoingHttpHeader>; body: string | Buffer };

/** Headers that speak of a body, and so go with the body they spoke of. */
const ofBody = /^(content-(type|length|encoding)|transfer-encoding|etag|cache-control|vary|link|location)$/i;

/**
 * Lets an answer be replaced at the last moment, when its status is known. `choose` is asked once; what
 * the framework then still writes is swallowed, and the page that was chosen is sent instead. The
 * response's own functions are taken before the framework puts its compression over them.
 */
export function replaceAnswer(
  response: ServerResponse,
  choose: (status: number) => (() => Promise<Page>) | null,
) {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  let asked = false;
  let replaced = false;

  const send = (page: Page) => {
    for (const name of response.getHeaderNames()) if (ofBody.test(name)) response.removeHeader(name);
    response.statusCode = page.status;
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.setHeader('content-length', Buffer.byteLength(page.body));
    restore();
    end(page.body);
  };
  const restore = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  const ask = (status: number) => {
    if (asked) return;
    asked = true;
    const make = choose(status);
    if (!make) return;
    replaced = true;
    make().then(send, () =>
      send({ status, headers: { 'content-type': 'text/plain' }, body: 'Something went wrong.' }),
    );
  };

  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    ask(args[0]);
    return replaced ? response : writeHead(...args);
  }) as typeof response.writeHead;
  response.flushHeaders = () => {
    ask(response.statusCode);
    if (!replaced) flushHeaders();
  };
  response.write = ((...args: Parameters<typeof write>) => {
    ask(response.statusCode);
    return replaced ? true : write(...args);
  }) as typeof response.write;
  response.end = ((...args: Parameters<typeof end>) => {
    ask(response.statusCode);
    return replaced ? response : end(...args);
  }) as typeof response.end;
}

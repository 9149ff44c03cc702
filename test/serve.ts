import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestListener } from '@/server/http';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
type Options = Parameters<typeof requestListener>[1];

const servers: Server[] = [];

/** A server around a handler, as the platform wraps the framework's; returns a function that asks it. */
export async function serve(handle: Handle, options: Partial<Options> = {}) {
  const all = { dev: false, https: false, trustProxy: false, ...options };
  const server = createServer(requestListener(async (...args) => handle(...args), all));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return (path = '/', init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
      ...init,
    });
}

/** Ends every server that was started; for `afterEach`. */
export function stopServers(): void {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
}

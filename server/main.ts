import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { env } from './env';
import { requestListener } from './http';
import { startJobWorker } from './jobs/worker';
import { startMailWorker } from './mail/worker';

export type RunningServer = { port: number; stop: () => Promise<void> };

/** Listens on the port or, when it is taken and `search` is set, on the next free one. */
function listen(server: Server, host: string, port: number, search: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || !search || port >= 65_535) return reject(error);
      resolve(listen(server, host, port + 1, search));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve((server.address() as AddressInfo).port);
    });
  });
}

type Options = { dev: boolean; host: string; port: number; search: boolean };

type Early = [IncomingMessage, ServerResponse];
export type Reserved = { server: Server; port: number; early: Early[] };

/**
 * Reserves the port first, because links in mails are built from the address. Who comes before the
 * platform is ready waits: nobody would answer a request that found no listener.
 */
export async function reservePort(options: Options): Promise<Reserved> {
  const early: Early[] = [];
  const server = createServer((...request) => early.push(request));
  const port = await listen(server, options.host, options.port, options.search);
  return { server, port, early };
}

/**
 * Serves the platform on a reserved port. Settings must be in the environment by now.
 * `stop` lets requests under way finish (at most 10 s), then ends the workers.
 */
export async function serve(reserved: Reserved, options: Options): Promise<RunningServer> {
  const settings = env();
  const { server, port, early } = reserved;
  const app = next({ dev: options.dev, hostname: options.host, port, dir: process.cwd() });
  await app.prepare();
  const listener = requestListener(app.getRequestHandler(), {
    dev: options.dev,
    https: settings.AUTH_URL.startsWith('https://'),
    trustProxy: settings.TRUST_PROXY === '1',
  });
  server.removeAllListeners('request').on('request', listener);
  for (const [request, response] of early) listener(request, response);
  if (options.dev) server.on('upgrade', app.getUpgradeHandler());
  server.keepAliveTimeout = 65_000;
  const stopMail = startMailWorker();
  const stopJobs = startJobWorker();

  const stop = async () => {
    await Promise.all([stopMail(), stopJobs()]);
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), 10_000);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      server.closeIdleConnections();
    });
  };
  return { port, stop };
}

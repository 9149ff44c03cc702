// `npm run bench`: the figures of the README, all from one run on a database and a site of its own.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { checkNode, installWhenNeeded } from './lib/install.mjs';
import { temporaryFolder } from './lib/postgres.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
checkNode();
installWhenNeeded();
const { runBench } = await import('../bench/run.mjs');
const folder = temporaryFolder('platform-bench-');
const running = [];
/** Ends what was started, the last first. */
async function end() {
  while (running.length > 0) await running.pop().stop();
  rmSync(folder, { recursive: true, force: true });
}
process.once('SIGINT', () => void end().then(() => process.exit(130)));
try {
  await runBench({
    folder,
    secret: randomBytes(36).toString('base64url'),
    seconds: Number(process.env.BENCH_SECONDS ?? 9),
    started: (server) => {
      running.push(server);
      return server;
    },
  });
} finally {
  await end();
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { embeddedData } from '../scripts/lib/postgres.mjs';
import { embeddedSecrets } from '../scripts/lib/secrets.mjs';
import { address, port } from './address';

/** What the journeys write is thrown away after them: nothing waits for the disk. `test/faults` is about what does. */
async function withoutWaiting(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`alter system set fsync = off`;
  await sql`alter system set full_page_writes = off`;
  await sql`select pg_reload_conf()`;
  await sql.end();
}

const data = `.test/e2e-data-${port}`;

/** Starts the platform as `npm start` does, on data of its own, and stops it when the journeys are over. */
export default async function setup(): Promise<() => Promise<void>> {
  rmSync(data, { recursive: true, force: true });
  const server: ChildProcess = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: port,
      PLATFORM_DATA: data,
      DATABASE_URL: '',
      AUTH_URL: address,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(`The platform did not start:\n${output}`)));
  });
  server.removeAllListeners('exit');
  const { database, auth } = embeddedSecrets(data);
  const { folder } = embeddedData(`${data}/postgres`);
  const [, , , ownPort] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  // The workers are started after this and inherit it: `e2e/people.ts` makes people and their sessions.
  process.env.E2E_DATABASE_URL = `postgres://postgres:${database}@127.0.0.1:${ownPort}/postgres`;
  await withoutWaiting(process.env.E2E_DATABASE_URL);
  process.env.E2E_AUTH_SECRET = auth;
  // The tasks of labs are made from it, here as on the site.
  process.env.AUTH_SECRET = auth;
  return () =>
    new Promise((resolve) => {
      server.once('exit', () => {
        rmSync(data, { recursive: true, force: true });
        resolve();
      });
      server.kill('SIGINT');
    });
}

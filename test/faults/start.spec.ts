import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, temporaryFolder } from '../../scripts/lib/postgres.mjs';
import { seedStudents } from '../students';
import { publishedCourse, recorded } from './database';
import { send } from './driver';
import { makeSite, type Site, timeUntil } from './site';

const course = 'reading-a-blockchain-policy';

let folder: string;
let port: number;
let site: Site;

beforeAll(async () => {
  folder = temporaryFolder('platform-start-');
  port = await freePort();
  const environment = {
    PLATFORM_DATA: join(folder, 'data'),
    DATABASE_URL: undefined,
    AUTH_SECRET: undefined,
  };
  site = makeSite(['npm', 'start'], port, environment);
});

afterAll(async () => {
  await site.end('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

const lock = () => join(folder, 'data', 'postgres', 'postmaster.pid');

/** Whether a process runs; one that ended and was not collected yet does not. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** What the lock of PostgreSQL says of it. */
function database() {
  const [pid, , , databasePort] = readFileSync(lock(), 'utf8').split('\n').map(Number);
  const secrets = JSON.parse(readFileSync(join(folder, 'data', 'secrets.json'), 'utf8'));
  return {
    pid: pid ?? 0,
    secret: String(secrets.auth),
    url: `postgres://postgres:${secrets.database}@127.0.0.1:${databasePort}/postgres`,
  };
}

it('starts again on the same data after a kill -9, and leaves nothing behind after Ctrl-C', async () => {
  await site.start();
  const first = database();
  const [student] = await seedStudents(first.url, { count: 1, course, secret: first.secret });
  const [lesson] = (await publishedCourse(first.url, course)).lessons;
  if (!student || !lesson) throw new Error('nothing to work on');
  const entry = await send(site.origin, course, { student, lesson, what: 'complete' });
  expect(entry.status).toBe(200);

  await site.end('SIGKILL');
  expect(runs(first.pid)).toBe(true);
  const started = performance.now();
  await site.start();
  console.log(`started again ${Math.round(performance.now() - started)} ms after kill -9`);
  expect(runs(first.pid)).toBe(false);

  const again = database();
  const { evidence, progress } = await recorded(again.url);
  expect(evidence).toHaveLength(entry.done?.length ?? 0);
  expect(progress.map((row) => [...row.done].sort())).toEqual([[...(entry.done ?? [])].sort()]);
  const repeated = await send(site.origin, course, { student, lesson, what: 'complete' });
  expect(repeated.status).toBe(200);
  expect((await recorded(again.url)).evidence).toEqual(evidence);

  await site.end('SIGINT');
  await timeUntil(async () => !runs(again.pid), 10_000);
  expect(existsSync(lock())).toBe(false);
  await expect(fetch(site.origin)).rejects.toThrow();
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, newPassword, startPostgres, temporaryFolder } from '../../scripts/lib/postgres.mjs';
import { type Student, seedStudents } from '../students';
import { invented, lost, twice, wrongProjection } from './compare';
import { publishedCourse, recorded } from './database';
import { drive, send } from './driver';
import { makeSite, type Site, sleep, timeUntil } from './site';

const course = 'reading-a-blockchain-policy';
const secret = 'only-for-faults-0123456789-abcdefghijklm';

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let site: Site;
let students: Student[];
let published: Awaited<ReturnType<typeof publishedCourse>>;

beforeAll(async () => {
  folder = temporaryFolder('platform-faults-');
  postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), password: newPassword() });
  site = makeSite([process.execPath, 'scripts/start.mjs'], await freePort(), {
    DATABASE_URL: postgres.url,
    AUTH_SECRET: secret,
  });
  await site.start();
  students = await seedStudents(postgres.url, { count: 200, course, secret });
  published = await publishedCourse(postgres.url, course);
});

afterAll(async () => {
  await site?.end('SIGINT');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (path: string, student?: Student) => {
  const start = performance.now();
  const response = await fetch(site.origin + path, {
    headers: student ? { cookie: student.cookie } : {},
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - start };
};

describe('200 students at work while things break', () => {
  it('loses nothing acknowledged, counts nothing twice, and keeps the projection true', async () => {
    const { lessons, answers } = published;
    const { ledger, stop } = drive({ origin: site.origin, course, students, lessons, answers });
    const killServer = async () => {
      await site.end('SIGKILL');
      await site.start();
    };
    const faults = [
      killServer,
      () => postgres.restart('SIGINT'),
      () => postgres.restart('SIGQUIT'),
      killServer,
      () => postgres.restart('SIGKILL'),
      () => postgres.restart('SIGINT'),
    ];
    for (const fault of faults) {
      await sleep(2_500);
      await fault();
    }
    const count = (status: number | null) => ledger.filter((entry) => entry.status === status).length;
    // A busy machine takes longer to start the site anew: they go on until enough has come through between the faults.
    await sleep(3_000);
    for (let waited = 0; count(200) <= 500 && waited < 60; waited += 1) await sleep(1_000);
    await stop();

    const { evidence, progress } = await recorded(postgres.url);
    console.log(
      `${ledger.length} requests: ${count(200)} acknowledged, ${count(503)} refused with 503, ` +
        `${count(429)} with 429, ${count(null)} without an answer; ${evidence.length} rows of evidence`,
    );
    expect(lost(ledger, evidence, progress)).toEqual([]);
    expect(twice(evidence)).toEqual([]);
    expect(invented(ledger, evidence)).toEqual([]);
    expect(wrongProjection(lessons, evidence, progress)).toEqual([]);
    expect(count(200)).toBeGreaterThan(500);
    const known = new Set([200, 429, 503, null]);
    expect(ledger.filter(({ status }) => !known.has(status)).map(({ status }) => status)).toEqual([]);
  });
});

describe('while the database is down', () => {
  it('answers 503 with a message within 2 s, and recovers by itself within 5 s', async () => {
    const { lessons } = published;
    const [lesson] = lessons;
    if (!lesson) throw new Error('no lesson');
    await postgres.stop();
    const crowd = students.slice(0, 40);
    const path = `/learn/${course}/${lesson.id}`;
    const pages = Promise.all(crowd.map((student) => page(path, student)));
    const doors = Promise.all(
      crowd.map((student) => send(site.origin, course, { student, lesson, what: 'complete' })),
    );
    const visitor = await page('/courses');
    const answers = [...(await pages), visitor];
    const slowest = Math.max(...answers.map(({ ms }) => ms), ...(await doors).map(({ ms }) => ms));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    for (const { text } of answers) expect(text).toContain('cannot reach its database');
    expect(new Set((await doors).map(({ status }) => status))).toEqual(new Set([503]));

    await sleep(1_000);
    const restarting = postgres.restart();
    const whole = await timeUntil(async () => (await page(path, crowd[0])).status === 200, 10_000);
    await restarting;
    const after = await Promise.all(crowd.map((student) => page(path, student)));
    console.log(
      `slowest 503: ${Math.round(slowest)} ms; whole again ${whole} ms after PostgreSQL was started`,
    );
    expect(slowest).toBeLessThan(2_000);
    expect(whole).toBeLessThan(5_000);
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

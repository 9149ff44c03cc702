// What everybody else waits for while the site works a list of 100,000 people off: the same steady stream of requests
// before, meanwhile and afterwards, against the site as it is served.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { setBatchReady } from '@/db/queries/batches';
import { enrollmentBatches } from '@/db/schema';
import { makeCourse, makeUser } from '@/test/factories';
import { batchOf } from './batch-list';
import { spread } from './spread.mjs';

export type Target = {
  name: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  cookies?: string[];
};
type Answers = { answers: { name: string; at: number; ms: number }[]; failed: number };
export type CrowdPage = { name: string; calm: number; busy: number; mails: number };
export type CrowdFigures = {
  people: number;
  perSecond: number;
  /** p95 of each page, in ms: without, while the list is worked off, and while its mails go out. */
  pages: CrowdPage[];
  /** In ms: until the last of the list was enrolled or invited, and until the last mail was out. */
  commit: number;
  mails: number;
  /** How far the memory of the site grew at the most, in MB. */
  grown: number;
  failed: number;
};

/** So few that they never queue for a processor among themselves. */
const perSecond = 4;
const calmSeconds = 40;
/** With a mail server, mails go out at its pace; here they are counted as sent. */
const mostMailSeconds = 120;
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** What the system has given a process, in MB; 0 where it does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A stream of requests; `during` tells what came back while something was done. */
function stream(origin: string, targets: Target[]) {
  const child = fork('bench/steady.mjs');
  const read = () =>
    new Promise<Answers>((done) => {
      child.once('message', (message) => done(message as Answers));
      child.send('read');
    });
  child.send({ origin, perSecond, targets });
  return {
    async during(work: () => Promise<unknown>): Promise<Answers> {
      await read();
      await work();
      return read();
    },
    stop: () => child.send('stop'),
  };
}

/** @param site The production site on the database at `url`. */
export async function benchCrowd(
  site: { origin: string; pid: number },
  url: string,
  targets: Target[],
  people = 100_000,
): Promise<CrowdFigures> {
  const { db, sql: pool } = connect(url, { max: 1 });
  await db.execute(sql`set statement_timeout = 0`);
  const { userId } = await makeUser(db, { role: 'admin' });
  const { courseId } = await makeCourse(db);
  const batch = await batchOf(db, courseId, userId, people);
  await db.execute(sql`vacuum analyze`);
  const until = async (is: () => Promise<boolean>, mostSeconds = 600) => {
    const end = performance.now() + mostSeconds * 1000;
    while (performance.now() < end && !(await is())) await sleep(500);
  };
  const isDone = async () => {
    const [row] = await db
      .select({ state: enrollmentBatches.state, error: enrollmentBatches.error })
      .from(enrollmentBatches)
      .where(eq(enrollmentBatches.id, batch));
    if (row?.state === 'failed') throw new Error(`the batch failed: ${row.error}`);
    return row?.state === 'done';
  };
  const isSent = async () => {
    const [row] = await db.execute(sql`select 1 as waiting from outbox where state = 'waiting' limit 1`);
    return row === undefined;
  };

  const { during, stop } = stream(site.origin, targets);
  await sleep(8_000);
  const before = await during(() => sleep(calmSeconds * 1000));
  const atFirst = memoryOf(site.pid);
  let most = atFirst;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(site.pid));
  }, 100);
  const begun = performance.now();
  const meanwhile = await during(async () => {
    await setBatchReady(db, batch);
    await until(isDone);
  });
  const commit = performance.now() - begun;
  const posting = await during(() => until(isSent, mostMailSeconds));
  const mails = performance.now() - begun;
  clearInterval(watch);
  const after = await during(() => sleep(calmSeconds * 1000));
  stop();
  await pool.end();

  const p95 = (name: string, ...parts: Answers[]) =>
    spread(parts.flatMap(({ answers }) => answers.filter((one) => one.name === name).map(({ ms }) => ms)))
      .p95;
  const pages = targets.map(({ name }) => ({
    name,
    calm: p95(name, before, after),
    busy: p95(name, meanwhile),
    mails: p95(name, posting),
  }));
  const failed = [before, meanwhile, posting, after].reduce((sum, part) => sum + part.failed, 0);
  return { people, perSecond, pages, commit, mails, grown: most - atFirst, failed };
}

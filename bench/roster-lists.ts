// One process in which lists of people are read, as the site does it: a dry run, choosing columns anew, and
// committing. What else the process does meanwhile is timed too, as it stands for the pages of others.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { connect } from '@/db/client';
import { commitRoster } from '@/features/enrollment/lists/commit-roster';
import { mapRoster } from '@/features/enrollment/lists/map-roster';
import { openList } from '@/features/enrollment/lists/open-list';
import { stageRoster } from '@/features/enrollment/lists/stage-roster';
import { perform } from '@/server/operation';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';

export type ListJob = { url: string; rows: number };
export type ListFigures = {
  rows: number;
  /** In ms: the dry run, the dry run with other columns, committing, and the same rows stored by one statement. */
  dryRun: number;
  again: number;
  commit: number;
  alone: number;
  /** Processor time of this process in the dry run. */
  cpu: number;
  /** How far the memory of the process grew, in bytes. */
  grown: number;
  /** The longest that a timer of the process had to wait meanwhile, in ms. */
  held: number;
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** The memory of the process and the waits of its timers, while something is done. */
function watched() {
  const atFirst = process.memoryUsage().rss;
  let [most, held, last] = [atFirst, 0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    held = Math.max(held, now - last - 10);
    last = now;
    most = Math.max(most, process.memoryUsage().rss);
  }, 10);
  return () => {
    clearInterval(timer);
    return { grown: most - atFirst, held };
  };
}

/** Half of the list has an account, the other half is to be invited. */
async function listOf(url: string, path: string, rows: number, tag: string) {
  // Without the limits of the platform: so many accounts are never made at once there.
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`insert into users (email, name, password_hash, email_confirmed_at)
    select 'p' || n || '@${tag}.example', 'Person ' || n, 'none', now() from generate_series(1, ${rows}, 2) n`);
  await sql`analyze users`;
  await sql.end();
  const lines = Array.from(
    { length: rows },
    (_, n) => `${tag}-${n},Person ${n},p${n}@${tag}.example,,2027-0${1 + (n % 9)}-15`,
  );
  writeFileSync(path, `student id,name,e-mail,cohort,ends\r\n${lines.join('\r\n')}\r\n`);
}

async function measure({ url, rows }: ListJob): Promise<ListFigures> {
  const { sql, db } = connect(url);
  const folder = mkdtempSync(join(tmpdir(), 'bench-roster-'));
  try {
    const course = await makeCourse(db);
    const actor = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, actor, course.courseId);
    const stage = async (path: string) =>
      perform(stageRoster, { course: course.slug, list: await openList(path, 'list.csv') }, { db, actor });
    const [small, large] = [join(folder, 'small.csv'), join(folder, 'large.csv')];
    await listOf(url, small, 4_000, `small-${course.slug}`);
    await listOf(url, large, rows, course.slug);
    // What is compiled and kept for good is there before memory is looked at.
    await stage(small);

    const stop = watched();
    let roster = '';
    const used = process.cpuUsage();
    const dryRun = await timed(async () => {
      roster = (await stage(large)).id;
    });
    const { grown, held } = stop();
    const { user, system } = process.cpuUsage(used);
    const cpu = (user + system) / 1_000;
    const columns = ['externalId', 'name', 'email', 'cohort', ''];
    const again = await timed(() =>
      perform(mapRoster, { course: course.slug, roster, heads: 'on', columns }, { db, actor }),
    );
    const commit = await timed(() => perform(commitRoster, { course: course.slug, roster }, { db, actor }));
    const alone = await timed(
      () => sql`create table bench_rows as select * from roster_rows where roster_id = ${roster}`,
    );
    await sql`drop table bench_rows`;
    return { rows, dryRun, again, commit, alone, cpu, grown, held };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await sql.end();
  }
}

process.once('message', async (job: ListJob) => {
  process.send?.(await measure(job));
  process.disconnect();
});

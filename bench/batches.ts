// One process in which a list of people is enrolled and undone again, as the job does it.
import { eq, sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { batchById, setBatchReady } from '@/db/queries/batches';
import { enrollmentBatches } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { runBatchStep } from '@/features/enrollment/batches/run-batch-step';
import { undoBatch } from '@/features/enrollment/batches/undo-batch';
import { perform } from '@/server/operation';
import { makeCourse, makeUser } from '@/test/factories';
import { batchOf } from './batch-list';

export type BatchJob = { url: string; people: number };
export type BatchFigures = {
  people: number;
  /** Milliseconds of the whole batch, and of undoing it; the longest step, in which the seats of the course are locked. */
  commit: number;
  undo: number;
  longestStep: number;
  /** The same enrollments and histories by two bare statements. */
  alone: number;
  /** How much memory the process grew by at the most, in MB. */
  grown: number;
  /** The longest that a timer of the process had to wait meanwhile, in ms: so long a page would have waited. */
  held: number;
};

type Db = ReturnType<typeof connect>['db'];

async function carryOut(db: Db, batch: string): Promise<{ total: number; longest: number; most: number }> {
  await db.update(enrollmentBatches).set({ state: 'running' }).where(eq(enrollmentBatches.id, batch));
  const begun = performance.now();
  let longest = 0;
  let most = 0;
  for (;;) {
    const before = performance.now();
    const { done } = await perform(
      runBatchStep,
      { batch, address: 'https://learn.example.org' },
      { db, actor: platform },
    );
    longest = Math.max(longest, performance.now() - before);
    most = Math.max(most, process.memoryUsage().rss);
    if (done === 0) return { total: performance.now() - begun, longest, most };
  }
}

async function measureBatches({ url, people }: BatchJob): Promise<BatchFigures> {
  const { db, sql: pool } = connect(url, { max: 2 });
  await db.execute(sql`set statement_timeout = 0`);
  const actor = await makeUser(db, { role: 'admin' });
  const { courseId } = await makeCourse(db);
  const batch = await batchOf(db, courseId, actor.userId, people);
  await setBatchReady(db, batch);
  const atFirst = process.memoryUsage().rss;
  let [held, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    held = Math.max(held, now - last - 5);
    last = now;
  }, 5);
  const commit = await carryOut(db, batch);
  const row = await batchById(db, batch);
  if (row?.done !== people || row.outcomes.refused) throw new Error(`not everybody: ${JSON.stringify(row)}`);
  const { id } = await perform(undoBatch, { batch }, { db, actor });
  const undo = await carryOut(db, id);
  clearInterval(timer);

  const other = await makeCourse(db);
  const before = performance.now();
  await db.execute(sql`
    with made as (
      insert into enrollments (course_id, user_id, edition_id, state)
      select ${other.courseId}, i.user_id, ${other.editionId}, 'active' from batch_items i where i.batch_id = ${batch}
      returning id, edition_id)
    insert into enrollment_events (enrollment_id, to_state, edition_id) select id, 'active', edition_id from made`);
  const alone = performance.now() - before;
  await pool.end();
  const longestStep = Math.max(commit.longest, undo.longest);
  const grown = (Math.max(commit.most, undo.most) - atFirst) / 1_048_576;
  return { people, commit: commit.total, undo: undo.total, longestStep, alone, grown, held };
}

process.once('message', async (job: BatchJob) => {
  process.send?.(await measureBatches(job));
  process.disconnect?.();
});

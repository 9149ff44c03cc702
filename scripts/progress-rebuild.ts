import { sql } from 'drizzle-orm';
import { connect } from '@/db/client';
import { platform } from '@/features/authoring/import-course';
import { rebuildAllTotals } from '@/features/learning/gradebook/rebuild-all-totals';
import { rebuildProgress } from '@/features/learning/rebuild-progress';
import { rebuildReview } from '@/features/learning/review/rebuild-review';
import { perform } from '@/server/operation';

// Makes every learner's progress anew from the ledger, their review from its log, and the totals of courses from
// their grades. Safe at any time: the ledger, the log and the grades are what counts.
const url = process.env.DATABASE_URL;
if (!url) throw new Error('Set DATABASE_URL to the database whose progress is to be rebuilt.');
const { db, sql: pool } = connect(url, { max: 2 });
const rows = await db.execute<{ id: string }>(sql`select id from enrollments order by id`);
for (const { id: enrollmentId } of rows) {
  await perform(rebuildProgress, { enrollmentId }, { db, actor: platform });
  await perform(rebuildReview, { enrollmentId }, { db, actor: platform });
}
const courses = await db.execute<{ id: string }>(
  sql`select id from courses where current_edition_id is not null order by id`,
);
for (const { id } of courses) await rebuildAllTotals(db, platform, id);
console.log(`${rows.length} enrollments rebuilt from the ledger.`);
await pool.end();

import type { Db } from '@/db/client';
import { noteGrades } from '@/db/queries/grade-notices';
import { type GradeDeed, setCorrected } from '@/db/queries/grading';
import { minutesUntilTold } from '@/rules/assessment/regrade';
import { effective } from '@/rules/grading/grades';
import { settleGrades } from '../grading/settle-grades';
import { learnersAtOnce, type Regrade } from './plan';

/**
 * Writes a regrade: what the attempts come to, the grades with their history, and whom to tell of it. What was passed
 * stays in the ledger as passed; of what is passed now, a job tells it.
 * @returns how many grades changed
 */
export async function carryOut(
  db: Db,
  lessonId: string,
  { attempts }: Regrade,
  deed: GradeDeed,
): Promise<number> {
  const enrollments = [...new Set(attempts.map(({ enrollmentId }) => enrollmentId))];
  let changed = 0;
  for (let at = 0; at < enrollments.length; at += learnersAtOnce) {
    const enrollmentIds = enrollments.slice(at, at + learnersAtOnce);
    const these = new Set(enrollmentIds);
    await setCorrected(
      db,
      attempts.filter(({ enrollmentId }) => these.has(enrollmentId)),
    );
    const changes = await settleGrades(db, { enrollmentIds, lessonId }, deed);
    changed += changes.length;
    const known = changes.flatMap(({ enrollmentId, before, after }) => {
      const was = before?.released ? effective(before) : null;
      return was !== null && after.released && effective(after) !== was ? [{ enrollmentId, known: was }] : [];
    });
    await noteGrades(db, lessonId, known, minutesUntilTold);
  }
  return changed;
}

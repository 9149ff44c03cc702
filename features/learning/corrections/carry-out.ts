import type { Db } from '@/db/client';
import { type GradeDeed, setCorrected } from '@/db/queries/grading';
import { setWaiting } from '@/db/queries/hand-marks';
import { settleGrades } from '../grading/settle-grades';
import { noteKnown } from './note-known';
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
    const own = attempts.filter(({ enrollmentId }) => these.has(enrollmentId));
    await setCorrected(
      db,
      own.map((attempt) => ({ ...attempt, toMark: attempt.waits.length })),
    );
    await setWaiting(
      db,
      own.filter(({ waits, waited }) => waits.length > 0 || waited),
    );
    const changes = await settleGrades(db, { enrollmentIds, lessonId }, deed);
    changed += changes.length;
    await noteKnown(db, lessonId, changes);
  }
  return changed;
}

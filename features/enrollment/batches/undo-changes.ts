import type { Db } from '@/db/client';
import { changesToUndo } from '@/db/queries/batches';
import { lockEnrollments } from '@/db/queries/enrollments';
import { hasMovedOn, undoneNew } from '@/rules/enrollment/enrollment-moves';
import type { EnrollmentSnapshot } from '@/rules/enrollment/enrollment-states';
import { type EnrollmentTarget, type SettleContext, type Settled, settleTargets } from '../settle';

/**
 * Restores the enrollments that a batch changed to exactly what they were, each unless something happened
 * to it since; whoever the batch let in and who has learned meanwhile stays. A seat that went to somebody
 * else is not taken from them. What the batch made anew becomes `removed`, with its history.
 */
export async function undoChanges(
  db: Db,
  userIds: readonly string[],
  context: SettleContext & { undoOf: string },
): Promise<Settled[]> {
  const rows = await lockEnrollments(db, context.scopes.course.id, userIds);
  const ids = rows.map(({ id }) => id);
  const changed = new Map(
    (await changesToUndo(db, context.undoOf, ids)).map((change) => [change.id, change]),
  );
  const targets: EnrollmentTarget[] = [];
  const left: Settled[] = [];
  for (const row of rows) {
    const change = changed.get(row.id);
    const movedOn =
      !change ||
      hasMovedOn({ versionThen: change.version, versionNow: row.version, learnedSince: change.learned });
    if (movedOn) {
      const { state } = row.now;
      left.push({
        userId: row.userId,
        enrollmentId: row.id,
        from: state,
        to: state,
        refusal: 'has-moved-on',
      });
      continue;
    }
    const after = (change.before as EnrollmentSnapshot | null) ?? undoneNew(row.now);
    targets.push({
      userId: row.userId,
      action: 'undo',
      reason: '',
      row,
      after,
      mayWait: false,
      queued: false,
    });
  }
  return [...left, ...(await settleTargets(db, targets, context))];
}

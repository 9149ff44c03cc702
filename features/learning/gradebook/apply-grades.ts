import type { Db } from '@/db/client';
import { lockEnrollments } from '@/db/queries/gradebook';
import { type GradeChange, type GradeDeed, type GradeRow, lockGrades } from '@/db/queries/grading';
import type { PlannedRow } from '@/rules/grading/grade-list';
import { effective } from '@/rules/grading/grades';
import type { GradebookItem } from '@/rules/grading/settings';
import { Refused } from '@/server/operation';
import { writeGrades } from '../grading/write-grades';
import { overridden } from './overridden';

/** How many grades are written in one statement. */
export const gradesAtOnce = 2_000;

type Applied = {
  items: readonly GradebookItem[];
  rows: readonly PlannedRow[];
  deed: Omit<GradeDeed, 'action'> & { reason: string };
};

/** Writes the grades of a list that was looked at, all or none. @returns how many. */
export async function applyGrades(db: Db, { items, rows: given, deed }: Applied): Promise<number> {
  // Their totals are locked part after part: in the order in which everybody locks them.
  const rows = given.toSorted((a, b) => ((a.learner?.id ?? '') < (b.learner?.id ?? '') ? -1 : 1));
  const ids = rows.flatMap(({ learner }) => (learner ? [learner.id] : []));
  await lockEnrollments(db, ids);
  const locked = new Map<string, Map<string, GradeRow>>();
  for (const { id } of items)
    if (rows.some(({ sets }) => sets.some(({ itemId }) => itemId === id)))
      locked.set(id, await lockGrades(db, ids, id));
  const byId = new Map(items.map((item) => [item.id, item]));
  const changes = rows.flatMap(({ learner, sets }) =>
    sets.flatMap(({ itemId, before, share }): GradeChange[] => {
      const item = byId.get(itemId);
      if (!learner || !item) return [];
      const row = locked.get(itemId)?.get(learner.id);
      // Somebody graded between the reading and the lock.
      if ((row ? effective(row) : null) !== before) throw new Refused('changed-meanwhile');
      return [overridden(row, learner.id, item, { share, reason: deed.reason })];
    }),
  );
  for (let at = 0; at < changes.length; at += gradesAtOnce)
    await writeGrades(db, changes.slice(at, at + gradesAtOnce), { ...deed, action: 'overridden' });
  return changes.length;
}

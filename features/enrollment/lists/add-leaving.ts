import type { Db } from '@/db/client';
import { peopleLeaving } from '@/db/queries/roster-people';
import { lastRosterOf, recordRosterRows, rosterRowsAfter, type StoredRow } from '@/db/queries/rosters';
import { isRosterOutcome, rosterChunk } from '@/rules/enrollment/roster';
import { planLeaving } from '@/rules/enrollment/roster-sync';
import type { ListPlan } from './plan-list';

const listed = new Set<string>(['will-enroll', 'will-invite', 'will-change', 'already']);

type Scope = { rosterId: string; courseId: string; cohortId: string | null; source: string };

/**
 * Adds to a list the people of the last one of its source who are not on it any more, below its last line.
 * @returns false when the source had no list before.
 */
export async function addLeaving(db: Db, scope: Scope, list: ListPlan, lastLine: number): Promise<boolean> {
  const last = await lastRosterOf(db, scope);
  if (last === null) return false;
  let line = lastLine;
  for (let after = -1; ; ) {
    const rows = await rosterRowsAfter(db, last, after, rosterChunk);
    const missing = rows.filter(
      (row) => isRosterOutcome(row.outcome) && listed.has(row.outcome) && !list.seen.names(row),
    );
    const leaving = await peopleLeaving(db, scope, missing);
    const added = leaving.flatMap((person): StoredRow[] => {
      const { user_id: userId, email, name, external_id: externalId } = person;
      // Under another address or id the person may be on the new list all the same.
      if (list.seen.names({ email, externalId })) return [];
      const { state, source, by_hand: byHand } = person;
      const planned = planLeaving({ state, source, byHand }, scope.source);
      if (!planned) return [];
      list.seen.add({ email, externalId }, line, false);
      list.count(planned);
      line += 1;
      return [{ line, cells: [], email, name, externalId, userId, ...planned }];
    });
    await recordRosterRows(db, scope.rosterId, added);
    after = rows.at(-1)?.line ?? after;
    if (rows.length < rosterChunk) return true;
  }
}

import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import { logOf } from '@/db/queries/claims';
import { type ClaimEntry, isComplete, logText } from '@/rules/claims/entry';
import { type LogNeed, logNeeds } from '@/rules/claims/log-rules';
import { nameIn } from '@/rules/claims/plain';
import { entryIn, type ShownEntry, shownEntry, titlesIn } from '../claims/shown';
import type { WorkPlace } from './place';

/** A claim log where it is handed in: what is asked of it, and how far it is. */
export type LogStanding = {
  /** Which version is handed in next; null where nothing can be now. */
  number: number | null;
  /** The complete entries, which alone are handed in. */
  entries: ShownEntry[];
  incomplete: number;
  needs: LogNeed[];
  /** A sign of exactly these entries; it comes back with what is handed in. */
  seen: string;
};

/** A sign of entries: equal for equal entries in the same order. */
export const seenOf = (entries: readonly ClaimEntry[]): string =>
  createHash('sha256').update(logText(entries)).digest('hex');

/** The entries of a log that are not taken out. */
export const entriesIn = async (db: Db, enrollmentId: string): Promise<ClaimEntry[]> =>
  (await logOf(db, enrollmentId)).filter(({ deleted }) => !deleted).map(entryIn);

/** Where the claim log of somebody stands by the rules of work; null where that is of another form. */
export async function logStanding(
  db: Db,
  { rules, enrollmentId, edition }: Pick<WorkPlace, 'rules' | 'enrollmentId' | 'edition'>,
  number: number | null,
): Promise<LogStanding | null> {
  if (rules.form !== 'claim-log' || enrollmentId === null) return null;
  const titles = titlesIn(edition);
  const all = await entriesIn(db, enrollmentId);
  const complete = all.filter(isComplete);
  return {
    number,
    entries: complete.map((entry) => shownEntry(entry, titles)),
    incomplete: all.length - complete.length,
    needs: logNeeds(rules, all, nameIn(titles)),
    seen: seenOf(complete),
  };
}

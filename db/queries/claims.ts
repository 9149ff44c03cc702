import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ClaimWords } from '@/rules/claims/entry';
import type { Db } from '../client';
import { claimEntries } from '../schema';

const { claim, speaker, mode, evidence, level, change, passage } = claimEntries;
const columns = {
  id: claimEntries.id,
  lesson: claimEntries.lessonId,
  claim,
  speaker,
  mode,
  evidence,
  level,
  change,
  passage,
  revision: claimEntries.revision,
  savedAt: claimEntries.savedAt,
  deleted: sql<boolean>`${claimEntries.deletedAt} is not null`,
};

const entriesWhere = (db: Db, where: SQL | undefined) =>
  db
    .select(columns)
    .from(claimEntries)
    .where(where)
    .orderBy(asc(claimEntries.createdAt), asc(claimEntries.id));

/** An entry of a claim log, as it is kept. */
export type EntryRow = Awaited<ReturnType<typeof entriesWhere>>[number];

/** The claim log of an enrollment, what was taken out included, the oldest first. */
export const logOf = (db: Db, enrollmentId: string): Promise<EntryRow[]> =>
  entriesWhere(db, eq(claimEntries.enrollmentId, enrollmentId));

/** An entry of an enrollment; null when there is none of this id in its log. */
export async function entryOf(db: Db, enrollmentId: string, id: string): Promise<EntryRow | null> {
  const [row] = await entriesWhere(
    db,
    and(eq(claimEntries.enrollmentId, enrollmentId), eq(claimEntries.id, id)),
  );
  return row ?? null;
}

/** How many entries a log has, and how many of them came from a lesson; what was taken out does not count. */
export async function countEntries(db: Db, enrollmentId: string, lesson = '') {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      own: sql<number>`(count(*) filter (where ${claimEntries.lessonId} = ${lesson}))::int`,
    })
    .from(claimEntries)
    .where(and(eq(claimEntries.enrollmentId, enrollmentId), isNull(claimEntries.deletedAt)));
  return row ?? { all: 0, own: 0 };
}

export type EntrySave = {
  id: string;
  enrollmentId: string;
  lessonId: string;
  words: ClaimWords;
  /** The revision it began from; 0 where there was no entry. */
  base: number;
  writer: string;
};

/**
 * Keeps an entry, if it began from what is kept, or if the same page kept that. The enrollment was locked.
 * @returns what is kept now, and whether it is what was sent; null where the id is that of another log.
 */
export async function keepEntry(
  db: Db,
  { id, enrollmentId, lessonId, words, base, writer }: EntrySave,
): Promise<{ kept: EntryRow; own: boolean } | null> {
  const [saved] = await db
    .insert(claimEntries)
    .values({ id, enrollmentId, lessonId, ...words, writer })
    .onConflictDoUpdate({
      target: claimEntries.id,
      set: {
        ...words,
        writer,
        revision: sql`${claimEntries.revision} + 1`,
        savedAt: sql`clock_timestamp()`,
      },
      setWhere: sql`${claimEntries.enrollmentId} = ${enrollmentId} and ${claimEntries.deletedAt} is null
        and (${claimEntries.revision} = ${base} or ${claimEntries.writer} = ${writer})`,
    })
    .returning(columns);
  if (saved) return { kept: saved, own: true };
  const kept = await entryOf(db, enrollmentId, id);
  return kept && { kept, own: false };
}

/** Takes an entry out of a log, or puts it back. */
export async function setEntryDeleted(
  db: Db,
  enrollmentId: string,
  id: string,
  deleted: boolean,
): Promise<void> {
  await db
    .update(claimEntries)
    .set({ deletedAt: deleted ? sql`now()` : null })
    .where(and(eq(claimEntries.enrollmentId, enrollmentId), eq(claimEntries.id, id)));
}

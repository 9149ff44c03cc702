import { and, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { compiledLessons } from '../schema';

/** A statement holds this many lessons, some megabytes, so that none takes long. */
const atOnce = 100;

function* parts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += atOnce) yield items.slice(from, from + atOnce);
}

/** Lessons that were compiled before, as JSON by hash. */
export async function compiledLessonsOf(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of parts(hashes)) {
    const rows = await db
      .select({ hash: compiledLessons.hash, compiled: compiledLessons.compiled })
      .from(compiledLessons)
      .where(inArray(compiledLessons.hash, some));
    for (const { hash, compiled } of rows) found.set(hash, compiled);
  }
  return found;
}

/** Keeps compiled lessons, as JSON by hash. What is there already stays. */
export async function recordCompiledLessons(
  db: Db,
  lessons: readonly { hash: string; compiled: string }[],
): Promise<void> {
  for (const some of parts(lessons)) await db.insert(compiledLessons).values(some).onConflictDoNothing();
}

/** Notes, once a day, that these were used: they are kept for another month. */
export async function touchCompiledLessons(db: Db, hashes: readonly string[]): Promise<void> {
  for (const some of parts(hashes))
    await db
      .update(compiledLessons)
      .set({ usedAt: sql`now()` })
      .where(
        and(inArray(compiledLessons.hash, some), lt(compiledLessons.usedAt, sql`now() - interval '1 day'`)),
      );
}

/** Forgets what nobody used for a month. */
export async function sweepCompiledLessons(db: Db): Promise<void> {
  await db.delete(compiledLessons).where(lt(compiledLessons.usedAt, sql`now() - interval '30 days'`));
}

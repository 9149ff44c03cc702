import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Anchor, TextComment } from '@/rules/work/comments';
import type { Db } from '../client';
import { gradings, readings, workComments } from '../schema';

const shown = {
  id: workComments.id,
  from: workComments.from,
  to: workComments.to,
  quote: workComments.quote,
  says: workComments.says,
};

/** What the grader of a version, whose grading counts, says to its words, in the order of the text. */
export const commentsOn = (db: Db, submissionId: string): Promise<TextComment[]> =>
  db
    .select(shown)
    .from(workComments)
    .innerJoin(
      gradings,
      and(eq(gradings.submissionId, workComments.submissionId), eq(gradings.graderId, workComments.graderId)),
    )
    .where(and(eq(workComments.submissionId, submissionId), isNull(workComments.deletedAt)))
    .orderBy(asc(workComments.from), asc(workComments.to), asc(workComments.id));

/** What one grader says to the words of a version, in the order of the text. */
export const commentsBy = (db: Db, submissionId: string, graderId: string): Promise<TextComment[]> =>
  db
    .select(shown)
    .from(workComments)
    .where(
      and(
        eq(workComments.submissionId, submissionId),
        eq(workComments.graderId, graderId),
        isNull(workComments.deletedAt),
      ),
    )
    .orderBy(asc(workComments.from), asc(workComments.to), asc(workComments.id));

type Held = { submissionId: string; graderId: string };

/**
 * Keeps a version with its grader for another while, and others from writing to it meanwhile.
 * @param byTwo whether two grade it now: then what they hold is one of its two places
 * @returns false when it is not theirs.
 */
export async function renewClaim(
  db: Db,
  { submissionId, graderId, minutes }: Held & { minutes: number },
  byTwo: boolean,
): Promise<boolean> {
  const held = byTwo ? readings : gradings;
  const rows = await db
    .update(held)
    .set({ claimedUntil: sql`now() + make_interval(mins => ${minutes})` })
    .where(and(eq(held.submissionId, submissionId), eq(held.graderId, graderId), isNull(held.finishedAt)))
    .returning({ id: held.submissionId });
  return rows.length > 0;
}

/** A comment of a grader on a version, deleted or not; null when there is none of this id. */
export async function ownComment(db: Db, { submissionId, graderId }: Held, id: string) {
  const [row] = await db
    .select({ ...shown, deletedAt: workComments.deletedAt })
    .from(workComments)
    .where(
      and(
        eq(workComments.id, id),
        eq(workComments.submissionId, submissionId),
        eq(workComments.graderId, graderId),
      ),
    );
  return row ?? null;
}

/** How many comments a grader has on a version. */
export async function countComments(db: Db, { submissionId, graderId }: Held): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(workComments)
    .where(
      and(
        eq(workComments.submissionId, submissionId),
        eq(workComments.graderId, graderId),
        isNull(workComments.deletedAt),
      ),
    );
  return row?.count ?? 0;
}

/** Writes a comment for the first time. @returns false when its id is another's. */
export async function addComment(
  db: Db,
  comment: Held & Anchor & { id: string; quote: string; says: string },
): Promise<boolean> {
  const rows = await db
    .insert(workComments)
    .values(comment)
    .onConflictDoNothing({ target: workComments.id })
    .returning({ id: workComments.id });
  return rows.length > 0;
}

/** Changes what a comment says, deletes it, or brings it back. */
export async function changeComment(
  db: Db,
  id: string,
  { says, deleted }: { says: string; deleted: boolean },
): Promise<void> {
  await db
    .update(workComments)
    .set({ says, savedAt: sql`now()`, deletedAt: deleted ? sql`now()` : null })
    .where(eq(workComments.id, id));
}

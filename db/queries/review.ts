import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Answer } from '@/rules/learning/evidence';
import type { Memory } from '@/rules/review/memory';
import type { Rating } from '@/rules/review/ratings';
import type { Db } from '../client';
import { courses, enrollments, reviewCards, reviewLog, reviewSettings } from '../schema';

export type CardRow = typeof reviewCards.$inferSelect;
export type LogRow = typeof reviewLog.$inferSelect;
/** A question of a lesson, as an enrollment has it. */
export type QuestionRef = { enrollmentId: string; lessonId: string; ref: string };

/** What somebody chose about their review; null while they never did. */
export async function reviewSettingsOf(db: Db, userId: string) {
  const [row] = await db
    .select({ isOn: reviewSettings.isOn, perDay: reviewSettings.perDay })
    .from(reviewSettings)
    .where(eq(reviewSettings.userId, userId));
  return row ?? null;
}

/** Keeps what somebody chose about their review; what is left out stays as it was. */
export async function saveReviewSettings(
  db: Db,
  userId: string,
  chosen: { isOn?: boolean; perDay?: number },
): Promise<void> {
  await db
    .insert(reviewSettings)
    .values({ isOn: false, ...chosen, userId })
    .onConflictDoUpdate({
      target: reviewSettings.userId,
      set: { ...chosen, updatedAt: sql`now()` },
    });
}

/** Turns the review on for somebody who never chose. @returns whether it is on now. */
export async function beginReviewing(db: Db, userId: string): Promise<boolean> {
  await db.insert(reviewSettings).values({ userId, isOn: true }).onConflictDoNothing();
  return (await reviewSettingsOf(db, userId))?.isOn ?? false;
}

/** The cards of some enrollments. */
export const cardsOf = (db: Db, enrollmentIds: string[]): Promise<CardRow[]> =>
  db
    .select()
    .from(reviewCards)
    .where(inArray(reviewCards.enrollmentId, enrollmentIds))
    .orderBy(asc(reviewCards.createdAt), asc(reviewCards.id));

/** A card of a person, with the address of its course; null when they have none of this id. */
export async function cardOf(
  db: Db,
  id: string,
  userId: string,
): Promise<(CardRow & { slug: string }) | null> {
  const [row] = await db
    .select({ card: reviewCards, slug: courses.slug })
    .from(reviewCards)
    .innerJoin(enrollments, eq(enrollments.id, reviewCards.enrollmentId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(and(eq(reviewCards.id, id), eq(enrollments.userId, userId)));
  return row ? { ...row.card, slug: row.slug } : null;
}

/** A card, locked until the transaction ends: its reviews come one after the other. */
export async function lockCard(db: Db, id: string): Promise<CardRow | null> {
  const [row] = await db.select().from(reviewCards).where(eq(reviewCards.id, id)).for('update');
  return row ?? null;
}

/** Adds cards; one that is there already stays as it is. */
export async function addCards(
  db: Db,
  cards: (QuestionRef & { editionId: string; dueOn: string })[],
): Promise<void> {
  if (cards.length === 0) return;
  await db
    .insert(reviewCards)
    .values(cards.map((card) => ({ ...card, source: 'question' as const })))
    .onConflictDoNothing();
}

/** Adds a term, or takes it up again where it was chosen before; what is remembered of it stays. */
export async function addTerm(
  db: Db,
  {
    dueOn,
    ...term
  }: { enrollmentId: string; lessonId: string; ref: string; editionId: string; dueOn: string },
): Promise<void> {
  await db
    .insert(reviewCards)
    .values({ ...term, dueOn, source: 'term' })
    .onConflictDoUpdate({
      target: [reviewCards.enrollmentId, reviewCards.ref],
      targetWhere: sql`source = 'term'`,
      set: { lessonId: term.lessonId, stoppedAt: null },
    });
}

/** Stops the review of a term, or of nothing where it was not chosen. */
export async function stopTermOf(db: Db, enrollmentId: string, ref: string): Promise<void> {
  await db
    .update(reviewCards)
    .set({ stoppedAt: sql`coalesce(${reviewCards.stoppedAt}, now())` })
    .where(
      and(
        eq(reviewCards.enrollmentId, enrollmentId),
        eq(reviewCards.source, 'term'),
        eq(reviewCards.ref, ref),
      ),
    );
}

/** Puts a card off for a day, stops it, or takes it up again. */
export async function setCard(
  db: Db,
  id: string,
  change: { asideOn: string } | { stopped: boolean },
): Promise<void> {
  const set = 'asideOn' in change ? change : { stoppedAt: change.stopped ? sql`now()` : null, asideOn: null };
  await db.update(reviewCards).set(set).where(eq(reviewCards.id, id));
}

/** The reviews of a card, the first first. */
export const logOf = (db: Db, cardId: string): Promise<LogRow[]> =>
  db.select().from(reviewLog).where(eq(reviewLog.cardId, cardId)).orderBy(asc(reviewLog.id));

/** The newest review of a card; null before the first. */
export async function lastReview(db: Db, cardId: string): Promise<LogRow | null> {
  const [row] = await db
    .select()
    .from(reviewLog)
    .where(eq(reviewLog.cardId, cardId))
    .orderBy(desc(reviewLog.id))
    .limit(1);
  return row ?? null;
}

/** What a projection of the log says of a card. */
export async function setMemory(db: Db, cardId: string, memory: Memory): Promise<void> {
  await db.update(reviewCards).set(memory).where(eq(reviewCards.id, cardId));
}

/** Appends a review and brings the card along. The card is locked by the caller. */
export async function recordReview(
  db: Db,
  review: {
    cardId: string;
    key: string;
    rating: Rating;
    on: string;
    replaces: number | null;
    answer: Answer | null;
    correct: boolean | null;
    before: Memory | null;
    after: Memory;
    editionId: string;
  },
): Promise<void> {
  await db.insert(reviewLog).values(review);
  await setMemory(db, review.cardId, review.after);
}

export type Missed = QuestionRef & { at: Date };
type RawMissed = { enrollment_id: string; lesson_id: string; ref: string; at: string };
const missed = (rows: RawMissed[]): Missed[] =>
  rows.map((row) => ({
    enrollmentId: row.enrollment_id,
    lessonId: row.lesson_id,
    ref: row.ref,
    at: new Date(row.at),
  }));

const withoutCard = (lesson: string, ref: string) =>
  sql.raw(`not exists (select 1 from review_cards c where c.source = 'question'
    and c.enrollment_id = v.enrollment_id and c.lesson_id = ${lesson} and c.ref = ${ref})`);
const listOf = (ids: string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

/** The questions that were answered wrongly in lessons and are no cards yet, with when first. */
export async function missedInLessons(db: Db, enrollmentIds: string[]): Promise<Missed[]> {
  const rows = await db.execute<RawMissed>(sql`
    select v.enrollment_id, v.lesson_id, v.block_id as ref, min(v.at) as at
    from evidence v
    where v.enrollment_id in ${listOf(enrollmentIds)} and v.kind = 'answered' and v.correct = false
      and ${withoutCard('v.lesson_id', 'v.block_id')}
    group by 1, 2, 3`);
  return missed(rows);
}

/** The questions that earned less than everything in attempts handed in and are no cards yet, with when first. */
export async function missedInAttempts(db: Db, enrollmentIds: string[]): Promise<Missed[]> {
  const rows = await db.execute<RawMissed>(sql`
    select v.enrollment_id, v.lesson_id, q.ref, min(v.submitted_at) as at
    from attempts v cross join unnest(v.questions) q(ref)
    left join attempt_answers a on a.attempt_id = v.id and a.block_id = q.ref
    where v.enrollment_id in ${listOf(enrollmentIds)} and v.submitted_at is not null and v.released_at is not null
      and coalesce(a.earned, 0) < 1000000
      and not exists (select 1 from hand_marks h where h.attempt_id = v.id and h.block_id = q.ref) and ${withoutCard('v.lesson_id', 'q.ref')}
    group by 1, 2, 3`);
  return missed(rows);
}

import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { ClaimEntry } from '@/rules/claims/entry';
import type { WorkRules } from '@/rules/work/work';
import type { Db } from '../client';
import { courses, editions, enrollments, gradings, submissions } from '../schema';

/** The title of the lesson that a version was written for, as its edition has it; null where it has none. */
export const lessonTitle = sql<
  string | null
>`(select l->>'title' from jsonb_array_elements(${editions.manifest}->'modules') m,
    jsonb_array_elements(m->'lessons') l where l->>'id' = ${submissions.lessonId} limit 1)`;

const versionColumns = {
  ...getTableColumns(submissions),
  /** What its grader chose and wrote, once it is finished or while it is under way. */
  scores: gradings.scores,
  comment: gradings.comment,
  /** Null also where the reviews of peers are the grading. */
  graderId: gradings.graderId,
  zone: sql<string>`coalesce(${editions.manifest}->>'zone', 'UTC')`,
};

const versions = (db: Db) =>
  db
    .select(versionColumns)
    .from(submissions)
    .innerJoin(editions, eq(editions.id, submissions.editionId))
    .leftJoin(gradings, eq(gradings.submissionId, submissions.id));

/** A version of written work with its grading, and the zone that its times are meant in. */
export type VersionRow = Awaited<ReturnType<typeof versions>>[number];

/** What a learner wrote for a lesson, drafts included, the oldest first. */
export const versionsOf = (db: Db, enrollmentId: string, lessonId: string): Promise<VersionRow[]> =>
  versions(db)
    .where(and(eq(submissions.enrollmentId, enrollmentId), eq(submissions.lessonId, lessonId)))
    .orderBy(asc(submissions.number));

/** Everything that a learner wrote in a course, without its text, the newest first. */
export const worksOf = (db: Db, enrollmentId: string) =>
  db
    .select({
      lessonId: submissions.lessonId,
      number: submissions.number,
      savedAt: submissions.savedAt,
      handedInAt: submissions.handedInAt,
      releasedAt: submissions.releasedAt,
      title: lessonTitle,
    })
    .from(submissions)
    .innerJoin(editions, eq(editions.id, submissions.editionId))
    .where(eq(submissions.enrollmentId, enrollmentId))
    .orderBy(desc(submissions.savedAt));

export type DraftSave = {
  enrollmentId: string;
  editionId: string;
  lessonId: string;
  number: number;
  rules: WorkRules;
  text: string;
  /** The revision it began from; 0 where there was no draft. */
  base: number;
  writer: string;
  closesAt: Date | null;
};

export type KeptDraft = { text: string; revision: number; writer: string; savedAt: Date };

/**
 * Keeps a draft, if it began from what is kept, or if the same page kept that: so nobody overwrites what they
 * have not seen. The enrollment was locked.
 * @returns what is kept now, and whether it is what was sent.
 */
export async function keepDraft(
  db: Db,
  { base, ...draft }: DraftSave,
): Promise<{ kept: KeptDraft; own: boolean }> {
  const columns = {
    text: submissions.text,
    revision: submissions.revision,
    writer: submissions.writer,
    savedAt: submissions.savedAt,
  };
  const { text, writer, rules, editionId, closesAt } = draft;
  const [saved] = await db
    .insert(submissions)
    .values(draft)
    .onConflictDoUpdate({
      target: [submissions.enrollmentId, submissions.lessonId],
      targetWhere: sql`handed_in_at is null`,
      set: {
        text,
        writer,
        rules,
        editionId,
        closesAt,
        revision: sql`${submissions.revision} + 1`,
        savedAt: sql`clock_timestamp()`,
      },
      setWhere: sql`${submissions.revision} = ${base} or ${submissions.writer} = ${writer}`,
    })
    .returning(columns);
  if (saved) return { kept: saved, own: true };
  const [kept] = await db
    .select(columns)
    .from(submissions)
    .where(
      and(
        eq(submissions.enrollmentId, draft.enrollmentId),
        eq(submissions.lessonId, draft.lessonId),
        isNull(submissions.handedInAt),
      ),
    );
  if (!kept) throw new Error('a draft is neither kept nor there');
  return { kept, own: kept.text === text };
}

/** Hands a draft in, with its promise. @returns false when it was handed in already. */
export async function setHandedIn(
  db: Db,
  submissionId: string,
  handed: {
    by: 'learner' | 'clock';
    rules: WorkRules;
    editionId: string;
    handedInAt: Date;
    backAt: Date;
    escalateAt: Date;
    moderated: boolean;
  },
): Promise<boolean> {
  const { by, ...rest } = handed;
  const rows = await db
    .update(submissions)
    .set({ ...rest, handedInBy: by, closesAt: null })
    .where(and(eq(submissions.id, submissionId), isNull(submissions.handedInAt)))
    .returning({ id: submissions.id });
  return rows.length > 0;
}

/** Keeps the entries that a draft of a claim log is handed in with. */
export async function setEntries(db: Db, submissionId: string, entries: ClaimEntry[]): Promise<void> {
  await db.update(submissions).set({ entries }).where(eq(submissions.id, submissionId));
}

/** Notes until when a draft is taken; null where the clock is done with it. */
export async function setClosing(db: Db, submissionId: string, closesAt: Date | null): Promise<void> {
  await db.update(submissions).set({ closesAt }).where(eq(submissions.id, submissionId));
}

/** Which one a version is in the queue of its course: the promise that ends first comes first. */
export async function placeInQueue(db: Db, submissionId: string): Promise<number> {
  const [row] = await db.execute<{ place: number }>(sql`
    select count(*)::int + 1 as place from submissions own
    join enrollments mine on mine.id = own.enrollment_id
    join enrollments e on e.course_id = mine.course_id
    join submissions s on s.enrollment_id = e.id and s.handed_in_at is not null and s.graded_at is null
      and (s.back_at, s.id) < (own.back_at, own.id)
    where own.id = ${submissionId}`);
  return row?.place ?? 1;
}

/** Whose a version is and where; null when there is none of this id. */
export async function submissionOwner(db: Db, submissionId: string) {
  const [row] = await db
    .select({
      userId: enrollments.userId,
      enrollmentId: enrollments.id,
      course: courses.slug,
      courseId: courses.id,
      lesson: submissions.lessonId,
    })
    .from(submissions)
    .innerJoin(enrollments, eq(enrollments.id, submissions.enrollmentId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(eq(submissions.id, submissionId));
  return row ?? null;
}

/** The ids of drafts that have closed, without some; the longest closed first. */
export async function closedDrafts(db: Db, most: number, without: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        isNull(submissions.handedInAt),
        isNotNull(submissions.closesAt),
        lte(submissions.closesAt, sql`now()`),
        without.length > 0 ? notInArray(submissions.id, without) : undefined,
      ),
    )
    .orderBy(asc(submissions.closesAt))
    .limit(most);
  return rows.map(({ id }) => id);
}

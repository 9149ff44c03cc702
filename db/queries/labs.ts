import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Outcome } from '@/rules/labs/outcomes';
import type { Db } from '../client';
import { enrollments, labAttempts, labSubmissions } from '../schema';

export type LabAttemptRow = typeof labAttempts.$inferSelect;

/** The lab that a block of a lesson has, for one enrollment. */
export type LabOf = { enrollmentId: string; lessonId: string; blockId: string };

const isOf = ({ enrollmentId, lessonId, blockId }: LabOf) =>
  and(
    eq(labAttempts.enrollmentId, enrollmentId),
    eq(labAttempts.lessonId, lessonId),
    eq(labAttempts.blockId, blockId),
  );

/** The attempts of an enrollment at all labs of a lesson, the newest first. */
export const labAttemptsIn = (db: Db, enrollmentId: string, lessonId: string): Promise<LabAttemptRow[]> =>
  db
    .select()
    .from(labAttempts)
    .where(and(eq(labAttempts.enrollmentId, enrollmentId), eq(labAttempts.lessonId, lessonId)))
    .orderBy(desc(labAttempts.number));

/** The attempts at one lab, the newest first, locked until the transaction ends. */
export const lockLabAttempts = (db: Db, of: LabOf): Promise<LabAttemptRow[]> =>
  db.select().from(labAttempts).where(isOf(of)).orderBy(desc(labAttempts.number)).for('update');

export type NewLabAttempt = LabOf & {
  editionId: string;
  number: number;
  lab: string;
  version: number;
  seedCommit: string;
  grantedBy?: string;
};

/** Begins an attempt; one of that number that is there already stays as it is. */
export async function beginLabAttempt(db: Db, attempt: NewLabAttempt): Promise<boolean> {
  const added = await db
    .insert(labAttempts)
    .values(attempt)
    .onConflictDoNothing()
    .returning({ id: labAttempts.id });
  return added.length > 0;
}

/** Keeps what stands in the form, raised by one. The attempt was locked. */
export async function keepLabDraft(
  db: Db,
  attemptId: string,
  { draft, writer }: { draft: string; writer: string },
): Promise<{ revision: number; savedAt: Date | null }> {
  const [row] = await db
    .update(labAttempts)
    .set({
      draft,
      writer,
      revision: sql`${labAttempts.revision} + 1`,
      savedAt: sql`clock_timestamp()`,
    })
    .where(eq(labAttempts.id, attemptId))
    .returning({ revision: labAttempts.revision, savedAt: labAttempts.savedAt });
  if (!row) throw new Error(`no attempt ${attemptId}`);
  return row;
}

export type LabSubmissionRow = typeof labSubmissions.$inferSelect;

/** What was handed in of attempts, the oldest first. */
export const labSubmissionsOf = (db: Db, attemptIds: readonly string[]): Promise<LabSubmissionRow[]> =>
  attemptIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(labSubmissions)
        .where(inArray(labSubmissions.attemptId, [...attemptIds]))
        .orderBy(asc(labSubmissions.id));

export type NewLabSubmission = {
  attemptId: string;
  key: string;
  submission: string;
  outcome: Outcome;
  code: string | null;
  says: string | null;
  field: string | null;
  verifier: string;
  report: unknown;
};

/** Appends what was handed in with its verdict. */
export async function recordLabSubmission(db: Db, submission: NewLabSubmission): Promise<LabSubmissionRow> {
  const [row] = await db.insert(labSubmissions).values(submission).returning();
  if (!row) throw new Error('a submission was not recorded');
  return row;
}

export async function setLabPassed(db: Db, attemptId: string): Promise<void> {
  await db.update(labAttempts).set({ passedAt: sql`clock_timestamp()` }).where(eq(labAttempts.id, attemptId));
}

/** What was handed in by anybody, after a submission, with what its task was made from: so many, the oldest first. */
export const labSubmissionsAfter = (db: Db, id: number, limit: number) =>
  db
    .select({
      id: labSubmissions.id,
      submission: labSubmissions.submission,
      outcome: labSubmissions.outcome,
      code: labSubmissions.code,
      lab: labAttempts.lab,
      version: labAttempts.version,
      number: labAttempts.number,
      seedCommit: labAttempts.seedCommit,
      learnerId: enrollments.userId,
    })
    .from(labSubmissions)
    .innerJoin(labAttempts, eq(labAttempts.id, labSubmissions.attemptId))
    .innerJoin(enrollments, eq(enrollments.id, labAttempts.enrollmentId))
    .where(gt(labSubmissions.id, id))
    .orderBy(asc(labSubmissions.id))
    .limit(limit);

import type { Db } from '@/db/client';
import { type GradeChange, type GradeDeed, type GradeRow, handedIn, lockGrades } from '@/db/queries/grading';
import { sameGrade } from '@/rules/grading/grades';
import { grouped } from '@/rules/grouped';
import { changedGrade, snapshotOf } from './changed-grade';
import { countingOf } from './outcome';
import { writeGrades } from './write-grades';

type Attempts = Awaited<ReturnType<typeof handedIn>>;

/**
 * Brings the grades of learners in a quiz to what their attempts come to now: which one counts, its corrections,
 * what being late took, and whether all of it is released. What a person set instead stays. Where nothing
 * changed, nothing is written.
 * @returns whose grade changed
 */
export async function settleGrades(
  db: Db,
  { enrollmentIds, lessonId }: { enrollmentIds: readonly string[]; lessonId: string },
  deed: GradeDeed,
): Promise<GradeChange[]> {
  const before = await lockGrades(db, enrollmentIds, lessonId);
  const rows = await handedIn(db, enrollmentIds, lessonId);
  const changes = [...grouped(rows, (row) => row.enrollmentId)].flatMap(
    ([enrollmentId, attempts]) => gradeFrom(attempts, before.get(enrollmentId)) ?? [],
  );
  await writeGrades(db, changes, deed);
  return changes;
}

/** What the attempts of one learner make of their grade; null where it stays, or where the quiz was not graded. */
function gradeFrom(attempts: Attempts, grade: GradeRow | undefined): GradeChange | null {
  const graded = attempts.filter(({ rules }) => rules.mode === 'graded');
  const counting = countingOf(graded);
  if (!counting) return graded.length > 0 && grade?.attemptId ? withoutResult(grade) : null;
  const { attempt, outcome, counts } = counting;
  const marks = graded.filter(({ toMark }) => toMark === 0);
  const marked = { earned: attempt.earned ?? 0, possible: attempt.possible ?? 0 };
  const { correctedEarned: earned, correctedPossible: possible } = attempt;
  const hints =
    attempt.hintsTaken === 0 ? {} : { hints: { taken: attempt.hintsTaken, took: attempt.hintsTook } };
  // A correction that gave and took nothing is no part of how it came about.
  const corrected =
    earned === null || possible === null || (earned === marked.earned && possible === marked.possible)
      ? {}
      : { corrected: { earned, possible } };
  return changedGrade(grade, {
    enrollmentId: attempt.enrollmentId,
    itemId: attempt.lessonId,
    editionId: attempt.editionId,
    attemptId: attempt.id,
    rule: { counts, attempt: attempt.number, attempts: marks.length, marked, ...hints, ...corrected },
    late: attempt.rules.late,
    outcome,
    released: marks.every(({ releasedAt }) => releasedAt !== null),
  });
}

/** A grade whose attempt waits for a grader again, because a correction that decided it was taken back. */
function withoutResult(grade: GradeRow): GradeChange | null {
  const before = snapshotOf(grade);
  const after = { raw: null, final: null, override: grade.override, released: false };
  if (!before || sameGrade(before, after)) return null;
  const { enrollmentId, itemId, editionId, overrideReason } = grade;
  return { enrollmentId, itemId, editionId, attemptId: null, overrideReason, rule: null, before, after };
}

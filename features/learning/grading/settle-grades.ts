import type { Db } from '@/db/client';
import { type GradeChange, type GradeDeed, type GradeRow, handedIn, lockGrades } from '@/db/queries/grading';
import { countingAttempt } from '@/rules/assessment/quiz';
import { type GradeRule, type GradeSnapshot, sameGrade, sameRule, shareOf } from '@/rules/grading/grades';
import { grouped } from '@/rules/grouped';
import { outcomeOf } from './outcome';
import { writeGrades } from './write-grades';

type Attempts = Awaited<ReturnType<typeof handedIn>>;

/** A grade as its history keeps it; null while there is none. */
export const snapshotOf = (row: GradeRow | undefined): GradeSnapshot | null =>
  row ? { raw: row.raw, final: row.final, override: row.override, released: row.releasedAt !== null } : null;

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
  const byLearner = grouped(rows, (row) => row.enrollmentId);
  const changes = [...byLearner].flatMap(([enrollmentId, attempts]) => {
    const grade = before.get(enrollmentId);
    const next = gradeFrom(attempts, grade);
    if (!next) return [];
    // Another attempt that changes no number still changes how the grade came about.
    if (sameGrade(snapshotOf(grade), next.after) && sameRule(grade?.rule ?? null, next.rule)) return [];
    return [
      {
        enrollmentId,
        itemId: lessonId,
        overrideReason: grade?.overrideReason ?? '',
        before: snapshotOf(grade),
        ...next,
      },
    ];
  });
  await writeGrades(db, changes, deed);
  return changes;
}

/** What the attempts of one learner come to; null where the quiz was not graded. */
function gradeFrom(attempts: Attempts, grade: GradeRow | undefined) {
  const graded = attempts.filter(({ rules }) => rules.mode === 'graded');
  const latest = graded.at(-1);
  if (!latest) return null;
  const outcomes = graded.map((attempt) => outcomeOf(attempt, attempt.zone));
  const index = countingAttempt(
    latest.rules,
    outcomes.map((outcome) => ({ submitted: true, ...outcome })),
  );
  const [attempt, outcome] = [graded[index], outcomes[index]];
  if (!attempt || !outcome) return null;
  const marked = { earned: attempt.earned ?? 0, possible: attempt.possible ?? 0 };
  const { correctedEarned: earned, correctedPossible: possible } = attempt;
  const rule: GradeRule = {
    counts: latest.rules.counts,
    attempt: attempt.number,
    attempts: graded.length,
    marked,
    // A correction that gave and took nothing is no part of how it came about.
    ...(earned === null || possible === null || (earned === marked.earned && possible === marked.possible)
      ? {}
      : { corrected: { earned, possible } }),
    ...(attempt.rules.late && outcome.days > 0
      ? { late: { ...attempt.rules.late, days: outcome.days } }
      : {}),
  };
  const after: GradeSnapshot = {
    raw: shareOf(marked),
    final: shareOf(outcome),
    override: grade?.override ?? null,
    released: graded.every(({ releasedAt }) => releasedAt !== null),
  };
  return { editionId: attempt.editionId, attemptId: attempt.id, rule, after };
}

import type { Db } from '@/db/client';
import { attemptsOf } from '@/db/queries/attempts';
import {
  attemptsLeft,
  countingAttempt,
  isPassed,
  mayStart,
  percentOf,
  type QuizRules,
  type StartRefusal,
} from '@/rules/assessment/quiz';
import { formatDeadline } from '@/rules/time/deadline';
import { closingTime, type QuizPlace } from './place';

type ShownAttempt = {
  number: number;
  startedAt: string;
  submittedAt: string | null;
  /** Handed in by the clock when its time was over. */
  byClock: boolean;
  percent: number | null;
  passed: boolean;
  /** Whether it is the one that counts. */
  counts: boolean;
};

/** A quiz before an attempt: its rules, how many questions an attempt asks, what was taken, and what is possible now. */
export type QuizStanding = {
  rules: QuizRules;
  questions: number;
  closes: string | null;
  attempts: ShownAttempt[];
  /** The number of the attempt under way. */
  open: number | null;
  left: number | null;
  /** Why none can be started now; null when one can. */
  refusal: StartRefusal | null;
};

/** Where somebody stands in a quiz; staff without an enrollment have taken nothing. */
export async function quizStanding(
  db: Db,
  place: QuizPlace & { questionCount: number },
): Promise<QuizStanding> {
  const { rules, now } = place;
  const rows = place.enrollmentId ? await attemptsOf(db, place.enrollmentId, place.outline.id) : [];
  const results = rows.map(({ submittedAt, earned, possible }) => ({
    submitted: submittedAt !== null,
    earned: earned ?? 0,
    possible: possible ?? 0,
  }));
  const counting = countingAttempt(rules, results);
  const closesAt = closingTime(rules, place);
  return {
    rules,
    questions: Math.min(rules.draw ?? place.questionCount, place.questionCount),
    closes: closesAt && formatDeadline(closesAt, place.edition.manifest.zone ?? 'UTC'),
    attempts: rows.map((row, index) => {
      const result = results[index] ?? { submitted: false, earned: 0, possible: 0 };
      return {
        number: row.number,
        startedAt: row.startedAt.toISOString(),
        submittedAt: row.submittedAt?.toISOString() ?? null,
        byClock: row.submittedBy === 'clock',
        percent: result.submitted ? percentOf(result) : null,
        passed: result.submitted && isPassed(row.rules, result),
        counts: index === counting,
      };
    }),
    open: rows.find(({ submittedAt }) => submittedAt === null)?.number ?? null,
    left: attemptsLeft(rules, rows.length),
    refusal: mayStart(rules, results, closesAt !== null && now >= closesAt),
  };
}

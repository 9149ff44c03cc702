import type { Db } from '@/db/client';
import { attemptsOf } from '@/db/queries/attempts';
import { agreedInWords } from '@/rules/assessment/accommodations';
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
import { dueInstant, outcomeOf } from '../grading/outcome';
import { shownOverride } from '../grading/shown-override';
import { closingTime, type QuizPlace } from './place';

type ShownAttempt = {
  number: number;
  startedAt: string;
  submittedAt: string | null;
  /** Handed in, and what its result waits for; null once it is shown. */
  waiting: 'grader' | 'release' | null;
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
  due: string | null;
  closes: string | null;
  /** What was agreed with this learner, in words; empty where nothing was. */
  agreed: string;
  attempts: ShownAttempt[];
  /** The grade that a person set in place of what the attempts came to, once it may be seen. */
  override: { percent: string; reason: string } | null;
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
  const zone = place.edition.manifest.zone ?? 'UTC';
  const { enrollmentId } = place;
  const rows = enrollmentId ? await attemptsOf(db, enrollmentId, place.outline.id) : [];
  const results = rows.map((row) => ({
    ...outcomeOf(row, zone),
    shown: row.submittedAt !== null && row.releasedAt !== null,
    // One that waits for a grader may be the first, and the first alone counts then.
    submitted: row.submittedAt !== null && (row.releasedAt !== null || row.toMark > 0),
    waits: row.toMark > 0,
  }));
  const counting = countingAttempt(rules, results);
  const closesAt = closingTime(rules, place);
  const dueAt = dueInstant(rules, zone);
  return {
    rules,
    questions: Math.min(rules.draw ?? place.questionCount, place.questionCount),
    due: dueAt && formatDeadline(dueAt, zone),
    closes: closesAt && formatDeadline(closesAt, zone),
    agreed: agreedInWords(place.outline.quiz ?? rules, place.agreed),
    attempts: rows.map((row, index) => {
      const result = results[index] ?? { shown: false, earned: 0, possible: 0 };
      return {
        number: row.number,
        startedAt: row.startedAt.toISOString(),
        submittedAt: row.submittedAt?.toISOString() ?? null,
        waiting:
          row.toMark > 0 ? 'grader' : row.submittedAt !== null && row.releasedAt === null ? 'release' : null,
        byClock: row.submittedBy === 'clock',
        percent: result.shown ? percentOf(result) : null,
        passed: result.shown && isPassed(row.rules, result),
        counts: index === counting,
      };
    }),
    override:
      enrollmentId && rules.mode === 'graded'
        ? await shownOverride(db, enrollmentId, place.outline.id)
        : null,
    open: rows.find(({ submittedAt }) => submittedAt === null)?.number ?? null,
    left: attemptsLeft(rules, rows.length),
    refusal: mayStart(
      rules,
      rows.map(({ submittedAt }) => ({ submitted: submittedAt !== null })),
      closesAt !== null && now >= closesAt,
    ),
  };
}

import { afterLate, daysLate } from '@/rules/assessment/late';
import { countingAttempt, type QuizRules } from '@/rules/assessment/quiz';
import { localInstant } from '@/rules/authoring/schedule';

type Handed = {
  rules: QuizRules;
  submittedAt: Date | null;
  earned: number | null;
  possible: number | null;
  correctedEarned: number | null;
  correctedPossible: number | null;
  /** How many of its answers wait for a grader. */
  toMark: number;
};

export type Outcome = {
  /** With its corrections, and with what being late took, in millionths of a point. */
  earned: number;
  possible: number;
  days: number;
};

/** When a quiz is due, as an instant; null when it never is. */
export const dueInstant = ({ due }: QuizRules, zone: string): Date | null => localInstant(due, zone);

/** What an attempt that was handed in comes to. */
export function outcomeOf(attempt: Handed, zone: string): Outcome {
  const possible = attempt.correctedPossible ?? attempt.possible ?? 0;
  const earned = attempt.correctedEarned ?? attempt.earned ?? 0;
  const days = attempt.submittedAt ? daysLate(dueInstant(attempt.rules, zone), attempt.submittedAt) : 0;
  return { earned: afterLate(earned, attempt.rules.late, days), possible, days };
}

/** Which of the attempts of one learner, oldest first, counts by the rules of the latest, and what it comes to; null where none does. */
export function countingOf<One extends Handed & { zone: string }>(
  attempts: readonly One[],
): { attempt: One; outcome: Outcome; counts: QuizRules['counts'] } | null {
  const latest = attempts.at(-1);
  if (!latest) return null;
  const outcomes = attempts.map((attempt) => outcomeOf(attempt, attempt.zone));
  const index = countingAttempt(
    latest.rules,
    outcomes.map((outcome, at) => ({
      submitted: true,
      ...outcome,
      waits: (attempts[at]?.toMark ?? 0) > 0,
    })),
  );
  const [attempt, outcome] = [attempts[index], outcomes[index]];
  return attempt && outcome ? { attempt, outcome, counts: latest.rules.counts } : null;
}

import type { LatePolicy } from './late';

/** Which of several attempts the result is. */
export const countings = ['best', 'latest', 'first'] as const;
type Counting = (typeof countings)[number];

/**
 * What is shown of an attempt once it is handed in: `answers` what was said of each answer, `marks` which were
 * right, `score` the score alone. Of `answers-after-last` the marks, until no attempt is left or it is passed,
 * and while another is under way, which may ask the same.
 */
export const reviews = ['answers', 'answers-after-last', 'marks', 'score'] as const;
type Review = (typeof reviews)[number];

/** When a learner sees the result of an attempt. */
export const releasings = ['at-once', 'by-hand'] as const;
type Releasing = (typeof releasings)[number];

/** The rules of a quiz as its edition fixes them; a learner reads them before they start. */
export type QuizRules = {
  mode: 'practice' | 'graded';
  /** Minutes for an attempt; without it there is no limit. */
  minutes?: number;
  /** How often it may be taken; without it as often as one likes. */
  attempts?: number;
  counts: Counting;
  /** From how many percent on it is passed. */
  pass: number;
  /** How many questions an attempt draws in all; without it every one is asked. From where, its lesson says. */
  draw?: number;
  /** Whether each attempt shows the options of a question in an order of its own. */
  shuffle?: boolean;
  review: Review;
  /** Whether hints are given; without it no question that may be asked has any. */
  hints?: 'on' | 'off';
  /** Whether learners may say how sure they are of each answer. It never changes points. */
  confidence?: boolean;
  /** Whether who marks answers by hand does not see whose they are. */
  anonymous?: boolean;
  /** The promise: so many days after it was handed in, what is written is marked. */
  turnaround?: number;
  /** When a result is shown: as soon as it is there, or once somebody releases it. */
  release?: Releasing;
  /** Until when it is in time: local time in the zone of the course. */
  due?: string;
  /** What being late takes; without it nothing. */
  late?: LatePolicy;
  /** Until when attempts are taken and handed in: local time in the zone of the course. */
  closes?: string;
};

/** Whether a result is shown as soon as it is there: of practice it always is. */
export const releasedAtOnce = ({ mode, release }: QuizRules): boolean =>
  mode === 'practice' || release !== 'by-hand';

/** An attempt as the rules see it; points are in millionths, and whole numbers. */
export type AttemptResult = {
  submitted: boolean;
  earned: number;
  possible: number;
  /** Handed in, and some of it waits for a grader: what it comes to is not known. */
  waits?: boolean;
};

export type StartRefusal = 'attempt-open' | 'no-attempts-left' | 'quiz-closed';

/** Why no attempt can be started now, or null when one can. */
export function mayStart(
  rules: QuizRules,
  attempts: readonly Pick<AttemptResult, 'submitted'>[],
  closed: boolean,
): StartRefusal | null {
  if (attempts.some(({ submitted }) => !submitted)) return 'attempt-open';
  if (closed) return 'quiz-closed';
  return rules.attempts !== undefined && attempts.length >= rules.attempts ? 'no-attempts-left' : null;
}

/** How many attempts are left; null where there is no end to them. */
export const attemptsLeft = (rules: QuizRules, taken: number): number | null =>
  rules.attempts === undefined ? null : Math.max(0, rules.attempts - taken);

/** When an attempt that starts now is over: by its own minutes, or because the quiz closes; null for never. */
export function dueTime({ minutes }: QuizRules, startedAt: Date, closesAt: Date | null): Date | null {
  const ends = [
    ...(minutes === undefined ? [] : [startedAt.getTime() + minutes * 60_000]),
    ...(closesAt ? [closesAt.getTime()] : []),
  ];
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/** Percent with two decimals, exact in whole numbers: 66.66 and never 67. */
export const percentOf = ({ earned, possible }: Pick<AttemptResult, 'earned' | 'possible'>): number =>
  possible === 0 ? 0 : Math.floor((earned * 10_000) / possible) / 100;

/** Whether a result reaches the pass mark. */
export const isPassed = (rules: QuizRules, result: Pick<AttemptResult, 'earned' | 'possible'>): boolean =>
  result.possible > 0 && result.earned * 100 >= rules.pass * result.possible;

/**
 * Which of the attempts, oldest first, counts; -1 while none does. One that waits for a grader counts for nothing yet,
 * and not as nothing: until then the best or latest of the others does, and where the first counts, none.
 */
export function countingAttempt(rules: QuizRules, attempts: readonly AttemptResult[]): number {
  const handedIn = attempts.flatMap((attempt, index) => (attempt.submitted ? [index] : []));
  const marked = handedIn.filter((index) => !attempts[index]?.waits);
  if (rules.counts === 'first') return marked[0] === handedIn[0] ? (marked[0] ?? -1) : -1;
  if (rules.counts === 'latest') return marked.at(-1) ?? -1;
  const share = (index: number) => {
    const { earned = 0, possible = 0 } = attempts[index] ?? {};
    return possible === 0 ? 0 : earned / possible;
  };
  return marked.reduce((best, index) => (best < 0 || share(index) > share(best) ? index : best), -1);
}

/** What of an attempt that was handed in may be seen now. */
export function reviewOf(
  { review, attempts: most }: QuizRules,
  { taken, underWay, passed, closed }: { taken: number; underWay: boolean; passed: boolean; closed: boolean },
): 'answers' | 'marks' | 'score' {
  if (review !== 'answers-after-last') return review;
  const over = passed || closed || (most !== undefined && taken >= most);
  return over && !underWay ? 'answers' : 'marks';
}

import type { WorkRules } from '../work/work';
import type { QuizRules } from './quiz';

/** What was agreed for somebody beyond the rules. `timePercent` is of the usual time: 150 is half as long again. */
export type Accommodation = { timePercent: number; extraAttempts: number; extraDays: number };

/** A day and time, so many days later by the calendar: the clock shows the same. */
function daysLater(local: string, days: number): string {
  const [date = '', time = ''] = local.split(' ');
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return `${moved.toISOString().slice(0, 10)} ${time}`;
}

/** The rules of a quiz as they are for somebody: minutes are rounded up. */
export function accommodated(rules: QuizRules, given: Accommodation | null): QuizRules {
  if (!given) return rules;
  const { timePercent, extraAttempts, extraDays } = given;
  const { minutes, attempts, due, closes } = rules;
  return {
    ...rules,
    ...(minutes === undefined ? {} : { minutes: Math.ceil((minutes * timePercent) / 100) }),
    ...(attempts === undefined ? {} : { attempts: attempts + extraAttempts }),
    ...(due === undefined ? {} : { due: daysLater(due, extraDays) }),
    ...(closes === undefined ? {} : { closes: daysLater(closes, extraDays) }),
  };
}

/** The rules of written work as they are for somebody: it is due and closes so many days later. */
export function accommodatedWork(rules: WorkRules, given: Accommodation | null): WorkRules {
  const { due, closes } = rules;
  const days = given?.extraDays ?? 0;
  return {
    ...rules,
    ...(due === undefined ? {} : { due: daysLater(due, days) }),
    ...(closes === undefined ? {} : { closes: daysLater(closes, days) }),
  };
}

/** What was agreed for written work, as the learner reads it; empty where it changes nothing of this one. */
export function agreedForWork({ due, closes }: WorkRules, given: Accommodation | null): string {
  const days = given?.extraDays ?? 0;
  return days === 0 || (!due && !closes) ? '' : `${days} ${days === 1 ? 'day' : 'days'} longer`;
}

/**
 * What was agreed in words, as the learner reads it beside the rules; empty where it changes nothing of this quiz.
 * @param rules the rules as they are for everybody
 */
export function agreedInWords(rules: QuizRules, given: Accommodation | null): string {
  if (!given) return '';
  const own = accommodated(rules, given);
  const parts = [
    ...(own.minutes === rules.minutes ? [] : [`${own.minutes} minutes instead of ${rules.minutes}`]),
    ...(own.attempts === rules.attempts ? [] : [`${own.attempts} attempts instead of ${rules.attempts}`]),
    ...(own.due === rules.due && own.closes === rules.closes
      ? []
      : [`${given.extraDays} ${given.extraDays === 1 ? 'day' : 'days'} longer`]),
  ];
  return parts.join(', ');
}

/** What was agreed, as staff read it. */
export function accommodationInWords({ timePercent, extraAttempts, extraDays }: Accommodation): string {
  const more = (count: number, one: string) => `${count} more ${one}${count === 1 ? '' : 's'}`;
  return [
    ...(timePercent === 100 ? [] : [`${timePercent} % of the time`]),
    ...(extraAttempts === 0 ? [] : [more(extraAttempts, 'attempt')]),
    ...(extraDays === 0 ? [] : [more(extraDays, 'day')]),
  ].join(', ');
}

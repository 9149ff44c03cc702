import { fsrs, Rating as Grade, State } from 'ts-fsrs';
import { addDays, daysBetween } from '@/rules/review/days';
import type { Memory } from '@/rules/review/memory';
import type { Rating } from '@/rules/review/ratings';

/** Nothing stays away longer, in days; FSRS itself may go a day or two beyond. */
const longest = 365;
/**
 * Whole days and no chance: a card comes at most once a day, so that a day's review has an end, and the same log
 * always gives the same plan.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: longest });

const grades = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
} as const satisfies Record<Rating, Grade>;
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * What is remembered of a card after a review (FSRS), and with it the day on which it comes back: after the day of
 * the review. Null before is a card that was never reviewed.
 */
export function nextMemory(before: Memory | null, rating: Rating, day: string): Memory {
  // Somebody who was moved to another zone may have yesterday again: no time has passed then.
  const on = before && before.reviewedOn > day ? before.reviewedOn : day;
  const card = {
    due: dateOf(before?.dueOn ?? on),
    stability: before?.stability ?? 0,
    difficulty: before?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: before ? daysBetween(before.reviewedOn, before.dueOn) : 0,
    learning_steps: 0,
    reps: before?.reps ?? 0,
    lapses: before?.lapses ?? 0,
    state: before ? State.Review : State.New,
    ...(before && { last_review: dateOf(before.reviewedOn) }),
  };
  const { card: after } = scheduler.next(card, dateOf(on), grades[rating]);
  return {
    stability: after.stability,
    difficulty: after.difficulty,
    reps: after.reps,
    lapses: after.lapses,
    reviewedOn: on,
    dueOn: addDays(on, Math.min(longest, Math.max(1, after.scheduled_days))),
  };
}

import { addDays } from './days';
import type { CardSource } from './ratings';

/** How many cards a day a learner may choose from, and what stands until they do. */
export const perDayChoices = [10, 20, 40] as const;
export const usualPerDay = 20;

/** What the selection needs of a card that can be asked now. Days are those of the zone it is learned in. */
export type Card = {
  id: string;
  source: CardSource;
  /** From which day on it is due. */
  dueOn: string;
  /** The day it was last reviewed; null while it never was. */
  reviewedOn: string | null;
  /** The day on which the learner put it off until the next. */
  asideOn: string | null;
  today: string;
};

export type DaysReview<Of extends Card = Card> = {
  /** What is left of today's review, in the order in which it is asked: what waits longest first. */
  cards: Of[];
  /** How many cards were reviewed today. */
  done: number;
  /** How many more are due and wait for another day. */
  rest: number;
  /** The day on which the next card comes after today; null when none does. */
  nextOn: string | null;
};

/** Whether a card is asked today if there is room for it: each at most once a day. */
export const isDue = ({ dueOn, reviewedOn, asideOn, today }: Card): boolean =>
  dueOn <= today && reviewedOn !== today && asideOn !== today;

const inOrder = (one: Card, other: Card): number => {
  const [a, b] = [`${one.dueOn} ${one.id}`, `${other.dueOn} ${other.id}`];
  return a < b ? -1 : Number(a > b);
};

/** Today's review: at most so many cards a day, however many are due; the rest waits. */
export function daysReview<Of extends Card>(cards: readonly Of[], perDay: number): DaysReview<Of> {
  const done = cards.filter(({ reviewedOn, today }) => reviewedOn === today).length;
  const due = cards.filter(isDue).sort(inOrder);
  const today = due.slice(0, Math.max(0, perDay - done));
  const later = cards
    .filter((card) => !today.includes(card))
    .map((card) => (card.dueOn > card.today ? card.dueOn : addDays(card.today, 1)))
    .sort();
  return { cards: today, done, rest: due.length - today.length, nextOn: later[0] ?? null };
}

/** In seconds, as people take them: a question is read and answered, a term is recalled. */
const takes: Record<CardSource, number> = { question: 45, term: 15 };

/** About how many minutes cards take; never less than one for any. */
export const reviewMinutes = (cards: readonly Pick<Card, 'source'>[]): number =>
  Math.ceil(cards.reduce((sum, { source }) => sum + takes[source], 0) / 60);

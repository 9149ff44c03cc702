import type { Rating } from './ratings';

/** What is remembered of how well a card is known: the numbers of FSRS, and the days they speak of. */
export type Memory = {
  /** In how many days it is recalled nine times of ten. */
  stability: number;
  /** From 1 to 10. */
  difficulty: number;
  reps: number;
  lapses: number;
  reviewedOn: string;
  dueOn: string;
};

/** One review as the log has it. A later row that replaces it says better how hard it was. */
export type LoggedReview = { id: number; rating: Rating; on: string; replaces: number | null };

/** The reviews that count, in their order: what was replaced does not, and its place is kept by what replaces it. */
export function standingReviews<Row extends LoggedReview>(log: readonly Row[]): Row[] {
  const later = new Map(log.flatMap((row) => (row.replaces === null ? [] : [[row.replaces, row] as const])));
  const last = (row: Row): Row => {
    const next = later.get(row.id);
    return next ? last(next) : row;
  };
  return log.filter(({ replaces }) => replaces === null).map(last);
}

/** What is remembered after all the reviews of a log; null before the first. The same log gives the same, always. */
export const replayed = (
  log: readonly LoggedReview[],
  step: (before: Memory | null, rating: Rating, on: string) => Memory,
): Memory | null =>
  standingReviews(log).reduce<Memory | null>((memory, { rating, on }) => step(memory, rating, on), null);

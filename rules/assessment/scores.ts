/** Sums of tenths and thirds end beside 1; a score that means full marks is exactly that. */
const round = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 1e6) / 1e6;

/**
 * Chosen options: what a right one gives, a wrong one takes away, so that choosing everything earns nothing.
 * @param hits how many of the chosen are right
 * @param chosen how many were chosen
 * @param right how many would be right
 * @returns 0 to 1; 1 exactly for all of the right ones and no other.
 */
export const choiceScore = (hits: number, chosen: number, right: number): number =>
  right === 0 ? 0 : round((2 * hits - chosen) / right);

/** The share of the parts that are right. */
export const shareScore = (parts: readonly boolean[]): number =>
  parts.length === 0 ? 0 : round(parts.filter(Boolean).length / parts.length);

/**
 * How near an order is to the right one, by Kendall's tau: of all pairs, those in the right order less those
 * in the wrong one. A guess comes to nothing on average, and nothing is taken away for less than that.
 * @param right the ids from first to last
 * @param given the same ids as they were put
 */
export function orderScore(right: readonly string[], given: readonly string[]): number {
  const pairs = given.flatMap((one, index) =>
    given.slice(index + 1).map((other) => (right.indexOf(one) < right.indexOf(other) ? 1 : -1)),
  );
  const balance = pairs.reduce<number>((sum, pair) => sum + pair, 0);
  return pairs.length === 0 ? 0 : round(balance / pairs.length);
}

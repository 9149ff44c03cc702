/** What two graders gave one work at one criterion, in points. */
export type Pair = readonly [first: number, second: number];

/** Fewer pairs say nothing about a criterion, and fewer works nothing about a grader. */
export const leastPairs = 10;
export const leastWorks = 5;

export type Agreement = {
  pairs: number;
  /** In how many percent of the pairs both gave the same; null of no pair. */
  exact: number | null;
  /** The mean difference between the two, without its sign, in points. */
  difference: number | null;
  /** Agreement beyond chance, 1 at the most; null of too few, or where all gave one level. */
  kappa: number | null;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How far two graders agree at a criterion. The kappa is weighted by the square of the difference in points, and
 * chance is worked out from what both gave together: who of the two was first means nothing.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  if (pairs.length === 0) return { pairs: 0, exact: null, difference: null, kappa: null };
  const same = pairs.filter(([a, b]) => a === b).length;
  return {
    pairs: pairs.length,
    exact: Math.round((same / pairs.length) * 100),
    difference: mean(pairs.map(([a, b]) => Math.abs(a - b))),
    kappa: pairs.length < leastPairs ? null : kappaOf(pairs),
  };
}

function kappaOf(pairs: readonly Pair[]): number | null {
  const given = pairs.flat();
  const centre = mean(given);
  // Two that are drawn from all that was given differ by twice the variance, squared and on average.
  const byChance = 2 * mean(given.map((points) => (points - centre) ** 2));
  return byChance === 0 ? null : 1 - mean(pairs.map(([a, b]) => (a - b) ** 2)) / byChance;
}

/** A work that two graders marked: who they were, and how many percent each gave. */
export type MarkedTwice = { graders: readonly [string, string]; percents: readonly [number, number] };

export type Strictness = {
  grader: string;
  works: number /** Below zero where stricter. */;
  against: number | null;
};

/**
 * How many percentage points each grader gave more than who graded the same, on average; the strictest first, and
 * last those of too few works.
 */
export function strictnessOf(works: readonly MarkedTwice[]): Strictness[] {
  const differences = new Map<string, number[]>();
  const note = (grader: string, difference: number) =>
    differences.set(grader, [...(differences.get(grader) ?? []), difference]);
  for (const { graders, percents } of works) {
    note(graders[0], percents[0] - percents[1]);
    note(graders[1], percents[1] - percents[0]);
  }
  return [...differences]
    .map(([grader, all]) => ({
      grader,
      works: all.length,
      against: all.length < leastWorks ? null : mean(all),
    }))
    .sort((a, b) => (a.against ?? Number.POSITIVE_INFINITY) - (b.against ?? Number.POSITIVE_INFINITY) || 0);
}

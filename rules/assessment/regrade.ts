/** After how many minutes learners are told: of what is taken back by then, nobody hears. */
export const minutesUntilTold = 10;

type Standing = { share: number; passed: boolean };
type Change = { before: Standing; after: Standing; told: boolean; overridden: boolean };

/** What a regrade does, counted by learner. */
export type RegradeCounts = {
  up: number;
  down: number;
  passGained: number;
  passLost: number;
  /** Learners whose shown grade changes, so that they are told. */
  told: number;
  /** Learners whose grade a person set: it stays. */
  overridden: number;
};

/** Counts what happens to learners. */
export function regradeCounts(changes: readonly Change[]): RegradeCounts {
  const count = (is: (change: Change) => boolean) => changes.filter(is).length;
  return {
    up: count(({ before, after }) => after.share > before.share),
    down: count(({ before, after }) => after.share < before.share),
    passGained: count(({ before, after }) => after.passed && !before.passed),
    passLost: count(({ before, after }) => before.passed && !after.passed),
    told: count(({ told }) => told),
    overridden: count(({ overridden }) => overridden),
  };
}

/** Who loses most first, then who gains most: what is hardest to explain is read first. */
export const hardestFirst = <Learner extends Change & { name: string }>(
  changes: readonly Learner[],
): Learner[] =>
  changes.toSorted((one, other) => {
    const by = ({ before, after }: Learner) => after.share - before.share;
    const [a, b] = [by(one), by(other)];
    if (a < 0 || b < 0) return a - b || one.name.localeCompare(other.name);
    return b - a || one.name.localeCompare(other.name);
  });

import { wholeShare } from './grades';
import type { GradebookCategory, GradebookItem, GradebookSettings } from './settings';

/**
 * How an item counts in what somebody has so far: it does; it is among the lowest that are dropped; it is not
 * graded yet; it has no points; or it is in no category.
 */
type Counts = 'counts' | 'dropped' | 'not-graded' | 'no-points' | 'outside';

export type ItemLine = {
  item: GradebookItem;
  share: number | null;
  counts: Counts;
  /** In millionths of a point: its share of its points. */
  earned: number;
};

export type CategoryLine = Omit<GradebookCategory, 'dropLowest'> & {
  dropLowest: number;
  /** Points in millionths, and the points that could be had, of what counts. */
  earned: number;
  possible: number;
  /** Rounded down, to be shown; null while nothing in it is graded, and its weight is spread over the others. */
  share: number | null;
  lines: ItemLine[];
};

type RequiredLine = { item: GradebookItem; share: number | null; passed: boolean };

/** What the grades of somebody come to, and how. Shares are in millionths, rounded down once. */
export type CourseResult = {
  categories: CategoryLine[];
  /** The weights of the categories that count so far. */
  weights: number;
  outside: ItemLine[];
  required: RequiredLine[];
  /** Of what is graded; null while nothing that counts is. */
  soFar: number | null;
  /** With nothing for whatever is not graded: what passing is measured by. Null where a course has no items. */
  atEnd: number | null;
  pass: number;
  passed: boolean;
};

/** By item, its grade in millionths; what is not there is not graded. */
export type Shares = ReadonlyMap<string, number | null>;

const shareIn = (shares: Shares, { id }: GradebookItem): number | null => shares.get(id) ?? null;

/** What the course has no more counts for who has a grade in it, and for nobody else. */
const isAsked = (item: GradebookItem, shares: Shares): boolean =>
  item.points > 0 && !(item.gone && shareIn(shares, item) === null);

type Kept = { item: GradebookItem; share: number };

/**
 * What stays of a category once its lowest are dropped: by share, of equal ones the later. What is required is
 * never dropped, and one always stays.
 */
function keptOf(given: readonly Kept[], dropLowest: number): readonly Kept[] {
  const most = Math.min(dropLowest, given.length - 1);
  if (most <= 0) return given;
  const lowest = given
    .map((kept, index) => ({ kept, index }))
    .filter(({ kept }) => !kept.item.required)
    .sort((a, b) => a.kept.share - b.kept.share || b.index - a.index)
    .slice(0, most);
  const dropped = new Set(lowest.map(({ index }) => index));
  return given.filter((_kept, index) => !dropped.has(index));
}

/** What a category counts: of what is graded, or with nothing for what is not. */
function counted(items: readonly GradebookItem[], shares: Shares, dropLowest: number, zeroes: boolean) {
  const given = items.flatMap((item): Kept[] => {
    const share = shareIn(shares, item) ?? (zeroes ? 0 : null);
    return share !== null && isAsked(item, shares) ? [{ item, share }] : [];
  });
  const kept = keptOf(given, dropLowest);
  return {
    given: new Set(given.map(({ item }) => item.id)),
    kept: new Set(kept.map(({ item }) => item.id)),
    earned: kept.reduce((sum, { item, share }) => sum + item.points * share, 0),
    possible: kept.reduce((sum, { item }) => sum + item.points, 0),
  };
}

type Weighed = { weight: number; earned: number; possible: number };

/**
 * The weighted mean, exact until it is rounded down. The weight of a category in which nothing counts is spread
 * over the others in proportion, which is to say that it is left out of the sum of the weights.
 */
function weightedShare(categories: readonly Weighed[]): { share: number | null; weights: number } {
  const counting = categories.filter(({ weight, possible }) => weight > 0 && possible > 0);
  const weights = counting.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return { share: null, weights };
  let [above, below] = [0n, 1n];
  for (const { weight, earned, possible } of counting) {
    above = above * BigInt(possible) + BigInt(weight) * BigInt(earned) * below;
    below *= BigInt(possible);
  }
  return { share: Number(above / (below * BigInt(weights))), weights };
}

/** Whether a grade passes an item: by the pass mark of the quiz; in a column any grade above nothing does. */
export const passesItem = ({ pass }: Pick<GradebookItem, 'pass'>, share: number | null): boolean =>
  share !== null && (pass === null ? share > 0 : share * 100 >= pass * wholeShare);

/** What the grades of somebody come to in a course, line by line. */
export function courseResult(
  { categories, pass }: Pick<GradebookSettings, 'categories' | 'pass'>,
  items: readonly GradebookItem[],
  shares: Shares,
): CourseResult {
  const line = (item: GradebookItem, counts: Counts): ItemLine => {
    const share = shareIn(shares, item);
    return { item, share, counts, earned: item.points * (share ?? 0) };
  };
  const ends: Weighed[] = [];
  const lines = categories.map((category): CategoryLine => {
    const own = items.filter((item) => item.category === category.id);
    const { given, kept, earned, possible } = counted(own, shares, category.dropLowest, false);
    ends.push({ ...counted(own, shares, category.dropLowest, true), weight: category.weight });
    const countsOf = (item: GradebookItem): Counts => {
      if (item.points === 0) return 'no-points';
      if (!given.has(item.id)) return 'not-graded';
      return kept.has(item.id) ? 'counts' : 'dropped';
    };
    const share = possible === 0 ? null : Number(BigInt(earned) / BigInt(possible));
    return { ...category, earned, possible, share, lines: own.map((item) => line(item, countsOf(item))) };
  });
  const required = items
    .filter((item) => item.required)
    .map((item): RequiredLine => {
      const share = shareIn(shares, item);
      return { item, share, passed: passesItem(item, share) };
    });
  const { share: soFar, weights } = weightedShare(lines);
  const { share: atEnd } = weightedShare(ends);
  const reached = soFar !== null && atEnd !== null && atEnd * 100 >= pass * wholeShare;
  return {
    categories: lines,
    weights,
    outside: items.filter(({ category }) => category === '').map((item) => line(item, 'outside')),
    required,
    soFar,
    atEnd,
    pass,
    passed: reached && required.every(({ passed }) => passed),
  };
}

/** The smallest group of people that figures may tell apart. */
export const smallestGroup = 5;

/**
 * A count of people as figures may show it: `few` stands for 1 to 4, and `many` for 5 or more where the
 * exact count would give a small one away.
 */
export type Shown = number | 'few' | 'many';

/** Counts in their order; of a pair, a pair is shown. */
type Counts = readonly number[] | readonly [number, ...number[]];
type ShownOf<Parts extends Counts> = { [Index in keyof Parts]: Shown };

const each = <Parts extends Counts>(parts: Parts, show: (count: number) => Shown) =>
  parts.map(show) as unknown as ShownOf<Parts>;

const isSmall = (count: number): boolean => count > 0 && count < smallestGroup;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** In one word what is left of a count that is not shown. */
const veiled = (count: number): Shown => (count === 0 ? 0 : isSmall(count) ? 'few' : 'many');

/**
 * Whether hidden counts with a known sum stay hidden: each of the `few` small ones could still be
 * anything from 1 to 4, as far as the sum and the others tell.
 */
function isSafe(hidden: number, few: number, many: number): boolean {
  const most = smallestGroup - 1;
  const leastOfOthers = few - 1 + many * smallestGroup;
  const mostOfOthers = many > 0 ? Number.POSITIVE_INFINITY : (few - 1) * most;
  return hidden - most >= leastOfOthers && hidden - 1 <= mostOfOthers;
}

/**
 * The parts of a total that is shown exactly. Small parts are hidden, and with them as many others, the
 * smallest first, as it takes that nobody can subtract their way to a small one. Null when even hiding
 * every part would not be enough.
 */
export function shownParts<Parts extends Counts>(parts: Parts): ShownOf<Parts> | null {
  const small = parts.filter(isSmall);
  if (small.length === 0) return each(parts, (count) => count);
  const larger = parts.filter((count) => count >= smallestGroup).sort((a, b) => a - b);
  for (let many = 0; many <= larger.length; many += 1) {
    const hidden = larger.slice(0, many);
    if (!isSafe(sum(small) + sum(hidden), small.length, many)) continue;
    const left = [...hidden];
    return each(parts, (count) => {
      const at = left.indexOf(count);
      if (at >= 0) left.splice(at, 1);
      return at >= 0 || isSmall(count) ? veiled(count) : count;
    });
  }
  return null;
}

/** A whole and its parts. Where the parts cannot be protected otherwise, the whole is hidden as well. */
export function shownWhole<Parts extends Counts>(parts: Parts): { total: Shown; parts: ShownOf<Parts> } {
  const total = sum(parts);
  // Of a small whole not even its zeros are told: that nobody did something is told of each of them.
  if (isSmall(total)) return { total: 'few', parts: each(parts, () => 'few') };
  const known = shownParts(parts);
  return known ? { total, parts: known } : { total: 'many', parts: each(parts, veiled) };
}

/**
 * Which of several groups can be shown on their own, cell by cell and exactly, beside all of them together:
 * those without a small cell, as long as what remains of the whole without them has no small cell either.
 */
export function standsAlone(groups: readonly (readonly number[])[]): boolean[] {
  const alone = groups.map((cells) => !cells.some(isSmall));
  const rest = (cell: number) => sum(groups.map((cells, index) => (alone[index] ? 0 : (cells[cell] ?? 0))));
  const widest = Math.max(0, ...groups.map((cells) => cells.length));
  const restIsSmall = () => Array.from({ length: widest }, (_, cell) => rest(cell)).some(isSmall);
  while (restIsSmall()) {
    const sizes = groups.map((cells, index) => (alone[index] && sum(cells) > 0 ? sum(cells) : Infinity));
    const least = sizes.indexOf(Math.min(...sizes));
    if (sizes[least] === Infinity || least < 0) break;
    alone[least] = false;
  }
  return alone;
}

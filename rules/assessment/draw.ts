/** Questions of which an attempt asks so many; a question may stand in several groups. */
export type DrawGroup = { ids: string[]; count: number };

/** A generator of whole numbers below a bound from a seed of hexadecimal digits (xorshift128). */
function numbersFrom(seed: string): (below: number) => number {
  const word = (at: number) => Number.parseInt(seed.slice(at * 8, at * 8 + 8) || '9e3779b9', 16) | 0 || 1;
  let [x, y, z, w] = [word(0), word(1), word(2), word(3)] as [number, number, number, number];
  return (below) => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return (w >>> 0) % below;
  };
}

function take(left: string[], count: number, next: (below: number) => number): string[] {
  const chosen: string[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(next(left.length), 1));
  return chosen;
}

/**
 * Draws so many of the ids, in a new order: the same seed always draws the same.
 * @param seed 32 hexadecimal digits
 */
export const drawn = (ids: readonly string[], count: number, seed: string): string[] =>
  take([...ids], count, numbersFrom(seed));

/**
 * Draws from each group as many as it asks for, none twice, and puts all of them in a new order. The same seed
 * always draws the same.
 * @param groups of which `shortGroup` says that they are enough
 * @param seed 32 hexadecimal digits
 */
export function drawnFromGroups(groups: readonly DrawGroup[], seed: string): string[] {
  const next = numbersFrom(seed);
  const chosen = new Set<string>();
  for (const { ids, count } of groups) {
    const left = ids.filter((id) => !chosen.has(id));
    for (const id of take(left, count, next)) chosen.add(id);
  }
  return take([...chosen], chosen.size, next);
}

/**
 * The first group that may have too few questions left once the groups before it have drawn theirs, with how
 * many it has for certain; null when each has enough, whatever is drawn.
 */
export function shortGroup(groups: readonly DrawGroup[]): { group: number; left: number } | null {
  for (const [group, { ids, count }] of groups.entries()) {
    const own = new Set(ids);
    const taken = groups
      .slice(0, group)
      .map((before) => Math.min(before.count, before.ids.filter((id) => own.has(id)).length));
    const left = Math.max(0, own.size - taken.reduce((sum, one) => sum + one, 0));
    if (left < count) return { group, left };
  }
  return null;
}

/** A seed of its own for one question of an attempt (FNV-1a over its id, into each word). */
function seedOf(block: string, seed: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < block.length; at += 1) hash = Math.imul(hash ^ block.charCodeAt(at), 0x01000193);
  return [0, 1, 2, 3]
    .map((at) => {
      hash = Math.imul(hash ^ Number.parseInt(seed.slice(at * 8, at * 8 + 8) || '0', 16), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}

/**
 * The options of one question in the order in which an attempt shows them: another one for each attempt and
 * question, always the same for the same seed.
 */
export function optionsInOrder<Option extends { id: string }>(
  options: readonly Option[],
  block: string,
  seed: string,
): Option[] {
  const ids = options.map(({ id }) => id);
  return drawn(ids, ids.length, seedOf(block, seed)).flatMap((id) => options.filter((one) => one.id === id));
}

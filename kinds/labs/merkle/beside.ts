/** A node of a tree: its level, the leaves being 0, and its place there, from the left. */
export type Place = { level: number; at: number };

/** What one digest of a proof is in a tree, seen from the way that the proof is about. */
export type Beside = {
  /** The node that has this digest; null where none has. */
  place: Place | null;
  is: 'right' | 'other line' | 'on the way' | 'elsewhere' | 'unknown';
};

/** The nodes on the way from one of them up to the root. */
export const wayFrom = ({ level, at }: Place, top: number): Place[] =>
  Array.from({ length: top - level + 1 }, (_, up) => ({ level: level + up, at: at >> up }));

const same = (one: Place, other: Place) => one.level === other.level && one.at === other.at;

/** What each line of a proof is for the way up from one node; what is nonsense is unknown. */
export function besideWay(
  levels: readonly (readonly string[])[],
  from: Place,
  lines: readonly string[],
): Beside[] {
  const way = wayFrom(from, levels.length - 1);
  const wanted = way.slice(0, -1).map(({ level, at }) => ({ level, at: at ^ 1 }));
  return lines.map((line, index) => {
    const place = placeOf(levels, line);
    if (!place) return { place, is: 'unknown' };
    const found = wanted.findIndex((one) => same(one, place));
    if (found >= 0) return { place, is: found === index ? 'right' : 'other line' };
    return { place, is: way.some((one) => same(one, place)) ? 'on the way' : 'elsewhere' };
  });
}

/** The node that has a digest, the lowest of them; null where none has. */
export function placeOf(levels: readonly (readonly string[])[], digest: string): Place | null {
  for (const [level, digests] of levels.entries()) {
    const at = digests.indexOf(digest);
    if (at >= 0) return { level, at };
  }
  return null;
}

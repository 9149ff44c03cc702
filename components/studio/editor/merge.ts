import { diffArrays } from 'diff';

/** Where one text departs from the base: these lines of the base became those. */
type Hunk = { from: number; to: number; lines: string[] };

/** Longer than this nobody waits for a comparison. */
const patience = 1_000;

function hunksOf(base: string[], changed: string[]): Hunk[] | null {
  const parts = diffArrays(base, changed, { timeout: patience });
  if (!parts) return null;
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const last = hunks.at(-1);
    const hunk = last && last.to === at ? last : { from: at, to: at, lines: [] };
    if (hunk !== last) hunks.push(hunk);
    if (removed) {
      hunk.to += value.length;
      at += value.length;
    } else hunk.lines.push(...value);
  }
  return hunks;
}

/** A line that is empty is not the same as no line. */
const same = (a: Hunk, b: Hunk): boolean =>
  a.from === b.from && a.to === b.to && JSON.stringify(a.lines) === JSON.stringify(b.lines);

/** Whether two changes touch: then only a person can say what was meant. */
const touch = (a: Hunk, b: Hunk): boolean => a.from <= b.to && b.from <= a.to;

/**
 * Puts together what two people made of one text, where they changed different lines of it. @returns
 * null when they changed the same or neighbouring lines, or when it takes too long.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const lines = base.split('\n');
  const own = hunksOf(lines, mine.split('\n'));
  const others = hunksOf(lines, theirs.split('\n'));
  if (!own || !others) return null;
  const all = [...own, ...others.filter((hunk) => !own.some((mineToo) => same(mineToo, hunk)))];
  all.sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: string[] = [];
  let at = 0;
  for (const [index, hunk] of all.entries()) {
    const before = all[index - 1];
    if (before && touch(before, hunk)) return null;
    merged.push(...lines.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...merged, ...lines.slice(at)].join('\n');
}

import type { CourseFiles } from './course-files';

/** A file that an import would add, change or remove. Lines are counted for texts, bytes for media. */
export type FileChange = {
  path: string;
  how: 'added' | 'changed' | 'removed';
  sort: 'text' | 'medium';
  /** Lines, or null for media. */
  more: number | null;
  fewer: number | null;
};

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));

/** How many lines of a text are not in another one, and the other way round; wherever they stand. */
function lineChange(before: string, after: string): { more: number; fewer: number } {
  const counts = new Map<string, number>();
  for (const line of linesOf(before)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let more = 0;
  for (const line of linesOf(after)) {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    else more += 1;
  }
  return { more, fewer: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** What makes one set of files out of another, by path. */
export function changesBetween(
  present: { texts: ReadonlyMap<string, string>; assets: ReadonlyMap<string, { hash: string }> },
  next: { texts: ReadonlyMap<string, string>; assets: ReadonlyMap<string, { hash: string }> },
): FileChange[] {
  const changes: FileChange[] = [];
  for (const path of new Set([...present.texts.keys(), ...next.texts.keys()])) {
    const [before, after] = [present.texts.get(path), next.texts.get(path)];
    if (before === after) continue;
    const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    changes.push({ path, how, sort: 'text', ...lineChange(before ?? '', after ?? '') });
  }
  for (const path of new Set([...present.assets.keys(), ...next.assets.keys()])) {
    const [before, after] = [present.assets.get(path)?.hash, next.assets.get(path)?.hash];
    if (before === after) continue;
    const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    changes.push({ path, how, sort: 'medium', more: null, fewer: null });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A course with files added to it: what it has under other paths stays. */
export const withAdded = (present: CourseFiles, added: CourseFiles): CourseFiles => ({
  texts: new Map([...present.texts, ...added.texts]),
  assets: new Map([...present.assets, ...added.assets]),
});

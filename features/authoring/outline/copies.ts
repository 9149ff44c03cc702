import { freeId } from '@/rules/authoring/outline-names';
import { Refused } from '@/server/operation';
import { type Fields, setFields, setFrontMatter } from './front-matter';
import { readHead } from './head';

/** The text of a lesson or module with some fields set; refused where mistakes at its top prevent that. */
export function withFields(path: string, text: string, fields: Fields): string {
  const changed = path.endsWith('.md') ? setFrontMatter(text, fields) : setFields(text, fields);
  if (changed === null) throw new Refused('head-unreadable');
  return changed;
}

export type Copy = { id: string; text: string };

/** A copy says that it is one. */
export const copyTitle = (path: string, text: string): string =>
  `Copy of ${readHead(path, text).title ?? path.slice(path.lastIndexOf('/') + 1)}`;

/**
 * Copies of lessons under new ids. Where one of them waits for another, its copy waits for the copy.
 * `taken` grows by the new ids.
 */
export function copyLessons(
  texts: ReadonlyMap<string, string>,
  taken: Set<string>,
  extra: (path: string, text: string) => Fields = () => ({}),
): Map<string, Copy> {
  const heads = new Map([...texts].map(([path, text]) => [path, readHead(path, text)]));
  const ids = new Map<string, string>();
  for (const [path, { id }] of heads) {
    const free = freeId(id ?? 'lesson', taken);
    taken.add(free);
    ids.set(path, free);
  }
  const renamed = new Map([...heads].map(([path, { id }]) => [id, ids.get(path)]));
  return new Map(
    [...texts].map(([path, text]) => {
      const id = ids.get(path) ?? '';
      const needed = heads.get(path)?.release.prerequisites;
      const prerequisites = needed && { prerequisites: needed.map((one) => renamed.get(one) ?? one) };
      return [path, { id, text: withFields(path, text, { id, ...prerequisites, ...extra(path, text) }) }];
    }),
  );
}

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
 * Copies of lessons under new ids. Where one of them waits for another or builds on it, its copy names the copy.
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
      const { release = {}, preparation = [] } = heads.get(path) ?? {};
      const named = Object.entries({ prerequisites: release.prerequisites ?? [], preparation })
        .filter(([, names]) => names.length > 0)
        .map(([field, names]) => [field, names.map((one) => renamed.get(one) ?? one)]);
      const fields = { id, ...Object.fromEntries(named), ...extra(path, text) };
      return [path, { id, text: withFields(path, text, fields) }];
    }),
  );
}

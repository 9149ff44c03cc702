/** The longest id; addresses and the keys of the ledger have an end. */
const longestId = 60;

/** An id made of words: Latin letters without their marks, digits, hyphens. Empty where nothing remains. */
export function idOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId);
  return plain.replace(/^-+|-+$/g, '');
}

/** The first of some words that makes an id, made unique among those taken; it is taken from then on. */
export function takeId(candidates: readonly string[], taken: Set<string>): string {
  const plain = candidates.map(idOf).find((id) => /[a-z]/.test(id)) ?? idOf(candidates.join(' '));
  const base = plain || 'part';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) {
    const ending = `-${number}`;
    id = `${base.slice(0, longestId - ending.length).replace(/-+$/, '')}${ending}`;
  }
  taken.add(id);
  return id;
}

/** The name of a file without its folders and its ending. */
export const stemOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');

/** The folder a path stands in; empty at the top. */
export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** Whether a file speaks for the folder it stands in. */
export const isIndex = (path: string): boolean => /^(readme|_?index)$/i.test(stemOf(path));

/** Pages about a project rather than of a course. */
export const isProjectPage = (path: string): boolean =>
  !path.includes('/') &&
  /^(license|licence|copying|contributing|contributors|authors|code[-_]of[-_]conduct|changelog|changes|security|support|maintainers|pull_request_template|issue_template)$/i.test(
    stemOf(path),
  );

/** What a name begins with that is its place and not its title: a number, or the date of a post. */
const placeBefore =
  /^(\d{4}-\d{2}-\d{2}|(?:lesson|chapter|module|part|week|unit|day)?[-_ ]?\d+)([-_. )]+|$)/i;

/** The words of a name, for a title: "03-hash_chains" is "Hash chains". */
export function titleOf(name: string): string {
  const words = name.replace(placeBefore, '').replace(/[-_]+/g, ' ').trim();
  const title = words || name.replace(/[-_]+/g, ' ').trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders names as people number them: what speaks for the folder, then 2 before 10, then by letters. */
export function byName(a: string, b: string): number {
  return Number(isIndex(b)) - Number(isIndex(a)) || inOrder.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A path with its `.` and `..` walked, from a folder; null where it leads out of the top. */
export function walk(folder: string, path: string): string | null {
  const parts = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The anchor that sites make of a heading: small letters, hyphens for spaces, marks left out. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

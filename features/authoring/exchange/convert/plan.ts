import type { RootContent } from 'mdast';
import type { NavPart } from '@/rules/authoring/foreign-course';
import { byName, folderOf, isIndex, stemOf, titleOf } from '@/rules/authoring/foreign-course-names';
import { type Page, plainText } from './page';

/** A module-to-be: its words, and the pages that become its lessons. */
export type PlannedModule = {
  title: string;
  summary: string | null;
  pages: { page: Page; title: string | null }[];
};

/** The title a page has of its own, or that its name gives it. */
export const titleOfPage = (page: Page): string =>
  page.front.title ??
  page.pieces[0]?.title ??
  titleOf(isIndex(page.path) ? folderName(page.path) : stemOf(page.path));

const folderName = (path: string): string => folderOf(path).split('/').at(-1) || 'Introduction';

/** The summary of a page that speaks for others: its own, or its first paragraph where that is short. */
export function summaryOf(page: Page): string | null {
  if (page.front.summary) return page.front.summary;
  const first = page.pieces[0]?.nodes.find(({ type }) => type === 'paragraph');
  const words = first ? plainText(first) : '';
  return words.length >= 20 && words.length <= 400 && !words.includes('{') ? words : null;
}

/** Whether a node is only a list of links: a table of contents, which the course makes by itself. */
function isContents(node: RootContent): boolean {
  if (node.type !== 'list') return false;
  return node.children.every((item) =>
    item.children.every((part) =>
      part.type === 'paragraph'
        ? part.children.every(({ type }) => type === 'link' || type === 'text') &&
          part.children.some(({ type }) => type === 'link')
        : isContents(part),
    ),
  );
}

/** Whether a page that speaks for its folder says more than its title, its first paragraph and its contents. */
export function hasOwnText(page: Page): boolean {
  const said = page.pieces.flatMap(({ nodes }) => nodes);
  const summary = said.find(({ type }) => type === 'paragraph');
  return said.some(
    (node) =>
      node !== summary &&
      !['heading', 'html', 'thematicBreak', 'definition', 'footnoteDefinition'].includes(node.type) &&
      !isContents(node),
  );
}

/** The modules in the order of a table of contents; pages that it does not name come last. */
export function planByNav(
  pages: readonly Page[],
  nav: readonly NavPart[],
  courseTitle: string,
): PlannedModule[] {
  const left = new Map(pages.map((page) => [page.path.toLowerCase(), page]));
  const modules = nav.flatMap(({ title, pages: entries }): PlannedModule[] => {
    const found = entries.flatMap(({ path, title: own }) => {
      const key = [path, `${path}/index.md`, `${path}/readme.md`]
        .map((name) => name.toLowerCase())
        .find((name) => left.has(name));
      const page = key === undefined ? undefined : left.get(key);
      if (key !== undefined) left.delete(key);
      return page ? [{ page, title: own }] : [];
    });
    return found.length === 0 ? [] : [{ title: title ?? courseTitle, summary: null, pages: found }];
  });
  if (modules.length === 0) return [];
  const rest = [...left.values()].filter((page) => !isIndex(page.path) || hasOwnText(page));
  const others = rest.sort(inPlace).map((page) => ({ page, title: null }));
  return others.length === 0 ? modules : [...modules, { title: 'Other pages', summary: null, pages: others }];
}

/** By their own numbers where they have any, then by date, then by name. */
function inPlace(a: Page, b: Page): number {
  const order = (page: Page) => page.front.order ?? Number.POSITIVE_INFINITY;
  const [first, second] = [order(a), order(b)];
  if (first !== second) return first < second ? -1 : 1;
  const dates = (a.front.date ?? '').localeCompare(b.front.date ?? '');
  return (a.front.date && b.front.date && dates) || byName(a.path, b.path);
}

/**
 * A module for every folder that has pages, in the order of their names and numbers. A folder that has
 * nothing but its index is a lesson of the folder above.
 */
export function planByFolders(pages: readonly Page[], courseTitle: string): PlannedModule[] {
  const inFolder = (folder: string) => pages.filter(({ path }) => folderOf(path) === folder);
  const isLeaf = (page: Page): boolean => {
    const folder = folderOf(page.path);
    const below = pages.some(({ path }) => path !== page.path && path.startsWith(`${folder}/`));
    return folder !== '' && isIndex(page.path) && !below;
  };
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const folder = folderOf(page.path);
    const place = isLeaf(page) ? folderOf(folder) : folder;
    groups.set(place, [...(groups.get(place) ?? []), page]);
  }
  const indexOf = (folder: string) => inFolder(folder).find(({ path }) => isIndex(path));
  const orderOf = (folder: string) => indexOf(folder)?.front.order ?? null;
  const folders = [...groups.keys()].sort((a, b) => byFolder(a, b, orderOf));
  return folders.map((folder) => {
    const index = indexOf(folder);
    const own = (groups.get(folder) ?? []).filter((page) => page !== index || hasOwnText(page));
    const named = isHolder(folder)
      ? courseTitle
      : index
        ? titleOfPage(index)
        : titleOf(folder.split('/').at(-1) ?? '');
    const lessons = own.sort((a, b) => Number(b === index) - Number(a === index) || inPlace(a, b));
    return {
      title: named,
      summary: index ? summaryOf(index) : null,
      pages: lessons.map((page) => ({ page, title: null })),
    };
  });
}

/** Folders that only hold a site's pages, and mean nothing to a reader. */
const isHolder = (folder: string): boolean => folder === '' || /^(docs|src|content|book)$/i.test(folder);

/** Folders part by part: a folder before what stands in it, its neighbours by number and name. */
function byFolder(a: string, b: string, orderOf: (folder: string) => number | null): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let length = 1; length <= Math.max(left.length, right.length); length += 1) {
    const [first, second] = [left.slice(0, length).join('/'), right.slice(0, length).join('/')];
    if (first === second) continue;
    if (length > left.length || first === '') return -1;
    if (length > right.length || second === '') return 1;
    const [one, two] = [orderOf(first), orderOf(second)];
    if (one !== null && two !== null && one !== two) return one - two;
    return byName(left[length - 1] ?? '', right[length - 1] ?? '');
  }
  return 0;
}

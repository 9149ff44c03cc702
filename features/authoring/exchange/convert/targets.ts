import { anchorOf, folderOf, isIndex, stemOf, walk } from '@/rules/authoring/foreign-course-names';
import type { Page } from './page';

/** Where a link leads: a lesson or a block of it, a file, a page that is no lesson, or nowhere known. */
export type Target =
  | { kind: 'lesson'; lesson: string; block: string | null; lost: boolean }
  | { kind: 'medium'; path: string }
  | { kind: 'page' }
  | { kind: 'nowhere' };

/** What became of a page: its lessons, and where each of its anchors stands. */
export type Place = {
  lessons: string[];
  anchors: Map<string, { lesson: string; block: string | null }>;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The paths that an address without an ending may stand for. */
const variantsOf = (path: string): string[] => {
  const bare = path.replace(/\/$/, '').replace(/\.html?$/i, '');
  return [
    path,
    bare,
    `${bare}.md`,
    `${bare}.markdown`,
    `${bare}/index.md`,
    `${bare}/README.md`,
    `${bare}/_index.md`,
  ];
};

/** Finds where relative links lead, as the sites that the pages were written for would. */
export class Targets {
  readonly #pages = new Map<string, string>();
  constructor(
    pages: readonly Page[],
    private readonly media: ReadonlySet<string>,
    private readonly places: ReadonlyMap<string, Place>,
  ) {
    for (const { path } of pages) this.#pages.set(path.toLowerCase(), path);
  }

  /** A file that came with the pages, by an address in one of them. */
  medium(from: Page, url: string): string | null {
    const [path = ''] = url.split(/[?#]/);
    for (const candidate of new Set([decoded(path), path])) {
      const found = this.#meant(from, candidate).find((place) => this.media.has(place));
      if (found !== undefined) return found;
    }
    return null;
  }

  find(from: Page, url: string): Target {
    const [address = '', anchor = null] = url.split('#');
    const path = decoded(address.replace(/\?.*$/, ''));
    const page = path === '' ? from.path : this.#page(from, path);
    if (page !== null) {
      const place = this.places.get(page);
      const [lesson] = place?.lessons ?? [];
      if (!place || !lesson) return { kind: 'page' };
      if (!anchor) return { kind: 'lesson', lesson, block: null, lost: false };
      const at = place.anchors.get(decoded(anchor)) ?? place.anchors.get(anchorOf(decoded(anchor)));
      return at
        ? { kind: 'lesson', ...at, lost: false }
        : { kind: 'lesson', lesson, block: null, lost: true };
    }
    const medium = this.medium(from, url);
    return medium === null ? { kind: 'nowhere' } : { kind: 'medium', path: medium };
  }

  #page(from: Page, path: string): string | null {
    for (const variant of this.#meant(from, path).flatMap(variantsOf)) {
      const found = this.#pages.get(variant.toLowerCase());
      if (found !== undefined) return found;
    }
    return null;
  }

  /**
   * The places an address may mean, the likeliest first: from the folder of the page and, because sites
   * serve `a.md` as `a/`, from that of its name. From the root, any folder above may be the root, or none.
   */
  #meant(from: Page, path: string): string[] {
    const folder = folderOf(from.path);
    const places = (folders: string[], relative: string) =>
      folders.flatMap((start) => walk(start, relative) ?? []).filter((place) => place !== '');
    if (!path.startsWith('/')) {
      const own = folder === '' ? stemOf(from.path) : `${folder}/${stemOf(from.path)}`;
      return places(isIndex(from.path) ? [folder] : [folder, own], path);
    }
    const above = folder.split('/').map((_part, index, parts) => parts.slice(0, index + 1).join('/'));
    const relative = path.replace(/^\/+/, '');
    return [...places(['', ...above], relative), ...places([''], relative.replace(/^[^/]*\//, ''))];
  }
}

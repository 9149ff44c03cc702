import { lessonPath } from '@/rules/authoring/course-files';
import { splitFrontMatter } from '../compile/front-matter';
import { courseTitle } from '../course-title';

/** A place in a draft where an asset is named. `title` is the lesson's, or the path of another file. */
export type AssetUse = { fileId: string; path: string; title: string; line: number; lesson: boolean };

type File = { id: string; path: string; text: string };

/** How a path may be written in Markdown: as it is, or with its odd characters encoded. */
const spellings = (path: string): string[] => [...new Set([path, encodeURI(path)])];

const titleOf = ({ path, text }: File): string =>
  (lessonPath.test(path) ? courseTitle(splitFrontMatter(text)?.head ?? '') : null) ?? path;

/** Where the files of a draft name its assets, by the asset's path, each place once. */
export function usesOf(paths: Iterable<string>, files: readonly File[]): Map<string, AssetUse[]> {
  // The longest first: `assets/a.png.webp` is not a place of `assets/a.png`.
  const known = [...paths]
    .flatMap((path) => spellings(path).map((spelling) => ({ path, spelling })))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  const uses = new Map<string, AssetUse[]>();
  for (const file of files) {
    for (let at = file.text.indexOf('assets/'); at !== -1; at = file.text.indexOf('assets/', at + 1)) {
      const found = known.find(({ spelling }) => file.text.startsWith(spelling, at));
      if (!found || /[\w-]/.test(file.text[at + found.spelling.length] ?? '')) continue;
      const line = file.text.slice(0, at).split('\n').length;
      const places = uses.get(found.path) ?? [];
      const use = { fileId: file.id, path: file.path, line, lesson: lessonPath.test(file.path) };
      if (!places.some((place) => place.fileId === file.id && place.line === line))
        places.push({ ...use, title: titleOf(file) });
      uses.set(found.path, places);
    }
  }
  return uses;
}

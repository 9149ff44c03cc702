import type { Image, Link, Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { Asset } from '@/rules/course-files';
import type { CourseLibrary } from './library';

type Problem = (node: { position?: Root['position'] }, message: string, advice?: boolean) => void;

/** A link to a lesson of the course, or to a block in one: `lesson`, `lesson#block` or `#block`. */
export type InternalLink = { line: number; lesson: string | null; block: string | null };

const internal = /^([a-z0-9]+(?:-[a-z0-9]+)*)?(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?$/;

/** Figures and dates that a reader may want to check: shares, large sums, days. */
const checkable =
  /\d\s?(%|percent\b|per cent\b)|\b\d[\d.,]*\s(million|billion|trillion)\b|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/i;

function citesSomething(node: Paragraph): boolean {
  let found = false;
  visit(node, 'textDirective', (inner) => {
    if ('name' in inner && inner.name === 'cite') {
      found = true;
      return EXIT;
    }
  });
  return found;
}

/** Says of every paragraph at the top of a lesson that states a figure or a day without a source. Advice. */
export function checkSources(tree: Root, problem: Problem): void {
  for (const node of tree.children) {
    if (node.type !== 'paragraph' || citesSomething(node)) continue;
    if (checkable.test(textOf(node)))
      problem(node, 'a figure or a date without a source: add :cite[…], or say that it is an example', true);
  }
}

/** Gives pictures their addresses and sizes, and says which have no words or are not there. */
export function resolveAssets(
  tree: Root,
  { assets, assetAddress }: Pick<CourseLibrary, 'assets' | 'assetAddress'>,
  problem: Problem,
): void {
  visit(tree, ['image', 'imageReference'], (found) => {
    const node = found as Image;
    if (found.type !== 'image') return problem(node, 'write a picture as ![what it shows](assets/name.png)');
    if (!node.alt?.trim()) problem(node, 'the picture has no alternative text: say what it shows');
    const asset = assets.get(decodeURI(node.url));
    if (!asset?.type.startsWith('image/')) {
      const outside = /^[a-z]+:|^\/\//i.test(node.url);
      const why = outside ? 'pictures are uploaded, not taken from other sites' : 'there is no such picture';
      return problem(node, `${node.url.slice(0, 80)}: ${why}`);
    }
    node.url = assetAddress(asset);
    node.data = { ...node.data, hProperties: pictureSize(asset) };
  });
}

const pictureSize = ({ width, height }: Asset): Record<string, string> =>
  width && height ? { width: String(width), height: String(height), loading: 'lazy' } : { loading: 'lazy' };

/** Finds the links that stay inside the course, and gives files their addresses. */
export function resolveLinks(
  tree: Root,
  { assets, assetAddress }: Pick<CourseLibrary, 'assets' | 'assetAddress'>,
  line: (node: RootContent) => number,
  problem: Problem,
): InternalLink[] {
  const found: InternalLink[] = [];
  visit(tree, ['link', 'definition'], (any) => {
    const node = any as Link;
    if (/^(https?:|mailto:)/i.test(node.url)) return;
    if (node.url.startsWith('assets/')) {
      const asset = assets.get(decodeURI(node.url));
      if (!asset) return problem(node, `${node.url.slice(0, 80)}: there is no such file`);
      node.url = assetAddress(asset);
      return;
    }
    const match = internal.exec(node.url);
    if (!match || node.url === '')
      return problem(
        node,
        `${node.url.slice(0, 80)}: a link leads to a web address, a lesson (lesson-id or lesson-id#block) or a file (assets/…)`,
      );
    found.push({ line: line(node), lesson: match[1] ?? null, block: match[2] ?? null });
  });
  return found;
}

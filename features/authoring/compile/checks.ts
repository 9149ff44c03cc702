import type { Image, Link, Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { Asset, FileProblem } from '@/rules/authoring/course-files';
import { lessonSizes, sourceSet } from '@/rules/files/pictures';
import type { CourseLibrary } from './library';

type Problem = (node: { position?: Root['position'] }, message: string, advice?: boolean) => void;

/** What is said of a text that `isHeavy`. */
export const tooHeavy =
  'this text is nested too deeply, or too long in one piece, to be read as Markdown: shorten it, or split it';

/** A link to a lesson of the course, or to a block in one: `lesson`, `lesson#block` or `#block`. */
export type InternalLink = { line: number; lesson: string | null; block: string | null };

const internal = /^([a-z0-9]+(?:-[a-z0-9]+)*)?(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?$/;

/** Figures and dates that a reader may want to check: shares, large sums, days. */
const checkable =
  /\d\s?(%|percent\b|per cent\b)|\b\d[\d.,]*\s(million|billion|trillion)\b|\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/i;

/** What a writer says of figures that nobody has reported. */
const ofOurOwn = /\b(invented|made[ -]up|examples?|suppose|our model|model of ours)\b/i;

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

/** Says of every paragraph at the top of a lesson that states a figure or a day without a source, and not that it is an example. Advice. */
export function checkSources(tree: Root, problem: Problem): void {
  for (const node of tree.children) {
    if (node.type !== 'paragraph' || citesSomething(node)) continue;
    if (checkable.test(textOf(node)) && !ofOurOwn.test(textOf(node)))
      problem(node, 'a figure or a date without a source: add :cite[…], or say that it is an example', true);
  }
}

/** The path that an address in a text means; one that is encoded wrongly means itself. */
function pathFrom(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
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
    const asset = assets.get(pathFrom(node.url));
    if (!asset?.type.startsWith('image/')) {
      const outside = /^[a-z]+:|^\/\//i.test(node.url);
      const why = outside ? 'pictures are uploaded, not taken from other sites' : 'there is no such picture';
      return problem(node, `${node.url.slice(0, 80)}: ${why}`);
    }
    node.url = assetAddress(asset);
    node.data = { ...node.data, hProperties: pictureProperties(node.url, asset) };
  });
}

/** What a picture needs beside its address: room from the start, and a width that suits the screen. */
function pictureProperties(address: string, { width, height }: Asset): Record<string, string> {
  if (!width || !height) return { loading: 'lazy' };
  const size = { width: String(width), height: String(height) };
  return { ...size, srcSet: sourceSet(address, width), sizes: lessonSizes, loading: 'lazy' };
}

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
      const asset = assets.get(pathFrom(node.url));
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

/** What somebody still has to write: `[[write: an objective]]`. It is text like any other until it is written. */
const prompts = /\[\[write:\s*([^\]\n]*)\]\]/g;

/** Says of every prompt in a file that it has not been written yet, wherever it stands: nothing unfinished goes out. */
export function checkPrompts(file: string, text: string, report: (problem: FileProblem) => void): void {
  for (const [index, line] of text.split('\n').entries()) {
    for (const [, wanted] of line.matchAll(prompts))
      report({ file, line: index + 1, message: `still to be written: ${wanted?.trim()}` });
  }
}

/** Why a passage cannot be shown to learners as it is, or null when it can. */
export function hiddenPassage(id: string, { passages }: Pick<CourseLibrary, 'passages'>): string | null {
  if (passages.get(id)?.paraphrase !== '') return null;
  return `${id} has no paraphrase, and readers may not see its own words: write one among the sources`;
}

/** Says which passages may not be shown yet, were checked by nobody, or are tested without being there. */
export function checkPassages(
  tree: Root,
  library: Pick<CourseLibrary, 'passages' | 'documents'>,
  problem: Problem,
): void {
  visit(tree, ['leafDirective', 'containerDirective'], (node) => {
    if (!('name' in node) || !('attributes' in node)) return;
    const tested = node.name === 'question' ? node.attributes?.passage : undefined;
    if (tested !== undefined && tested !== null && !library.passages.has(tested))
      problem(node, `there is no passage "${tested.slice(0, 40)}"`);
    const id = node.name === 'passage' ? node.attributes?.ref : undefined;
    const found = id ? library.passages.get(id) : undefined;
    if (!id || !found) return;
    const hidden = hiddenPassage(id, library);
    if (hidden) problem(node, hidden);
    const passages = library.documents.get(found.source)?.passages ?? [];
    if (passages.some((passage) => passage.id === id && passage.proposed))
      problem(node, `${id}: who speaks here is only proposed; check it among the sources`, true);
  });
}

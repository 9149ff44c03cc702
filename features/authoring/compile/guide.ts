import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { isHeavy } from '@/rules/files/text-weight';
import { resolveAssets, resolveLinks, tooHeavy } from './checks';
import type { CourseLibrary } from './library';
import { parseMarkdown } from './markdown';
import { typesetTree } from './typeset';

/** Where the guide of a course stands among its files. */
export const guidePath = 'guide.md';

/** A part of a guide: what stands before the first heading has no title. */
export type GuidePart = { id: string; title: string | null; html: string };

type Course = Pick<CourseLibrary, 'assets' | 'assetAddress' | 'render'> & {
  /** The address of a lesson, or null where there is none of that id. */
  lessonAddress: (lesson: string) => string | null;
};

/** A guide as those who teach read it, with what is wrong in it by line. It is of no edition, and stops none. */
export function compileGuide(
  text: string,
  { lessonAddress, render, ...assets }: Course,
): { parts: GuidePart[]; problems: { line: number; message: string }[] } {
  if (isHeavy(text)) return { parts: [], problems: [{ line: 1, message: tooHeavy }] };
  const problems: { line: number; message: string }[] = [];
  const tree = parseMarkdown(text);
  const lineOf = (node: { position?: Root['position'] }) => node.position?.start.line ?? 1;
  const problem = (node: { position?: Root['position'] }, message: string) => {
    problems.push({ line: lineOf(node), message });
  };
  asPlainText(tree, text);
  resolveAssets(tree, assets, problem);
  for (const { line, lesson } of resolveLinks(tree, assets, lineOf, problem)) {
    if (lesson && lessonAddress(lesson) === null)
      problems.push({ line, message: `there is no lesson "${lesson}"` });
  }
  visit(tree, ['link', 'definition'], (node) => {
    if ('url' in node) node.url = addressed(node.url, lessonAddress);
  });
  typesetTree(tree);
  return { parts: partsOf(tree, render), problems };
}

/** A link into a lesson as an address; every other link as it is. */
function addressed(url: string, lessonAddress: Course['lessonAddress']): string {
  const [lesson = '', block] = url.split('#');
  const address = /^[a-z0-9-]+$/.test(lesson) ? lessonAddress(lesson) : null;
  return address === null ? url : `${address}${block ? `#${block}` : ''}`;
}

/** What lessons mark up is text here: a guide has no sources and no popovers of its own. `10:30` stays what it is. */
function asPlainText(tree: Root, text: string): void {
  visit(tree, 'textDirective', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const { start, end } = node.position ?? {};
    const written = text.slice(start?.offset ?? 0, end?.offset ?? 0);
    const known = ['cite', 'term', 'zh'].includes(node.name);
    parent.children[index] = {
      type: 'text',
      value: known ? textOf(node) : written,
    } satisfies PhrasingContent;
  });
}

const isTop = (node: RootContent): node is Heading => node.type === 'heading' && node.depth <= 2;

/** The parts of a guide by its headings of the first two levels. */
function partsOf(tree: Root, render: Course['render']): GuidePart[] {
  const parts: { title: string | null; nodes: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (isTop(node)) parts.push({ title: textOf(node).replace(/\s*\{#[a-z0-9-]+\}$/, ''), nodes: [] });
    else if (parts.length === 0) parts.push({ title: null, nodes: [node] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts.map(({ title, nodes }, index) => ({
    id: `part-${index + 1}`,
    title,
    html: render({ type: 'root', children: nodes }),
  }));
}

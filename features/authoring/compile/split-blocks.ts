import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

export type BlockPart = { id: string; kind: string; label: string; nodes: RootContent[] };

const anchor = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/;
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

type Report = (node: { position?: Root['position'] }, message: string, advice?: boolean) => void;

/** Takes `{#id}` off the end of a heading and returns the id, or null when there is none. */
function takeAnchor(heading: Heading): string | null {
  const last = heading.children.at(-1);
  const match = last?.type === 'text' ? anchor.exec(last.value) : null;
  if (!match || last?.type !== 'text') return null;
  last.value = last.value.slice(0, match.index);
  return match[1] ?? null;
}

/**
 * Splits a lesson into its blocks: every `##` begins a prose block with its id, every directive at the
 * top level is a block of its own, and prose after one continues its section as `<section>-2`, `-3`, …
 */
export function splitBlocks(tree: Root, report: Report): BlockPart[] {
  const parts: BlockPart[] = [];
  let section = { id: 'opening', label: 'Opening', runs: 0 };
  let prose: RootContent[] = [];

  const flush = () => {
    if (prose.length === 0) return;
    section.runs += 1;
    const id = section.runs === 1 ? section.id : `${section.id}-${section.runs}`;
    parts.push({ id, kind: 'prose', label: section.label, nodes: prose });
    prose = [];
  };

  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      flush();
      const id = takeAnchor(node);
      if (id === null) report(node, 'a ## heading ends with its id in braces, like {#why-it-matters}');
      const label = textOf(node).trim();
      section = { id: id ?? 'section', label, runs: 0 };
      prose.push(node);
    } else if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      flush();
      const id = node.attributes?.id ?? '';
      if (!idPattern.test(id))
        report(node, `the block "${node.name}" needs an id of its own, like {#${node.name}-1}`);
      parts.push({ id, kind: node.name, label: node.name, nodes: [node] });
    } else {
      if (node.type === 'heading' && takeAnchor(node) !== null)
        report(node, 'only a ## heading has an id: links lead to the section it stands in', true);
      if (node.type === 'heading' && node.depth !== 3)
        report(node, 'use ## and, inside it, ### for headings');
      else if (node.type === 'heading' && section.id === 'opening')
        report(node, 'a ### before the first ## skips a level: begin the section with ##', true);
      if (node.type === 'html') report(node, 'html is not allowed; see docs/content-format.md');
      prose.push(node);
    }
  }
  flush();
  return parts;
}

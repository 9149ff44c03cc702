import type { Parents, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

export type TextDirectiveUse = {
  /** The citation's number in this lesson, or null when there is no such source. */
  citationNumber: (sourceId: string) => number | null;
  /** Notes that a term is used; false when the glossary has no such entry. */
  noteTerm: (termId: string) => boolean;
  problem: (node: RootContent, message: string) => void;
};

type Parent = Extract<Parents, { children: RootContent[] }>;

const asElement = (node: TextDirective, hName: string, hProperties: Record<string, string>): void => {
  node.data = { ...node.data, hName, hProperties };
};

const termId = (node: TextDirective): string =>
  node.attributes?.ref ?? textOf(node).trim().toLowerCase().replace(/\s+/g, '-');

/** The gaps in questions that are texts with gaps; anywhere else there are none. */
function gapsIn(tree: Root): ReadonlySet<unknown> {
  const gaps = new Set<unknown>();
  visit(tree, 'containerDirective', (question: ContainerDirective) => {
    if (question.name !== 'question' || question.attributes?.kind !== 'cloze') return;
    visit(question, 'textDirective', (node: TextDirective) => {
      if (node.name === 'gap') gaps.add(node);
    });
  });
  return gaps;
}

/**
 * Gives `:cite`, `:term` and `:zh` their html, leaves the gaps of questions as they are, and turns every other text
 * directive back into what was written, because remark-directive takes the `:30` of "10:30" for one.
 */
export function applyTextDirectives(tree: Root, source: string, use: TextDirectiveUse): void {
  const gaps = gapsIn(tree);
  visit(tree, 'textDirective', (node: TextDirective, index, parent: Parent | undefined) => {
    if (node.name === 'zh') return asElement(node, 'span', { lang: 'zh' });
    if (node.name === 'cite') {
      const id = textOf(node).trim();
      const number = use.citationNumber(id);
      if (number === null) return use.problem(node, `there is no source "${id}"`);
      // The number stands close to what it supports, and never alone at the start of a line.
      const before = index ? parent?.children[index - 1] : undefined;
      if (before?.type === 'text') before.value = before.value.trimEnd();
      asElement(node, 'a', { href: `#src-${id}`, className: 'cite', title: `Source ${number}` });
      node.children = [{ type: 'text', value: String(number) }];
      return;
    }
    if (node.name === 'term') {
      const id = termId(node);
      if (!use.noteTerm(id)) return use.problem(node, `there is no glossary entry "${id}"`);
      return asElement(node, 'button', { type: 'button', className: 'term', popoverTarget: `term-${id}` });
    }
    if (gaps.has(node)) return;
    if (node.name === 'gap' && node.children.length > 0)
      use.problem(node, ':gap[…] stands only in a question of kind="cloze"');
    const { start, end } = node.position ?? {};
    if (!parent || index === undefined || start?.offset === undefined || end?.offset === undefined) return;
    // One text with its neighbours, so that nobody who reads the tree meets "10:30" in pieces.
    const textAt = (at: number) =>
      parent.children[at]?.type === 'text' ? (parent.children[at] as Text) : null;
    const [before, after] = [textAt(index - 1), textAt(index + 1)];
    const written = source.slice(start.offset, end.offset);
    const whole: Text = {
      type: 'text',
      value: `${before?.value ?? ''}${written}${after?.value ?? ''}`,
      position: { start: before?.position?.start ?? start, end: after?.position?.end ?? end },
    };
    const first = before ? index - 1 : index;
    parent.children.splice(first, 1 + (before ? 1 : 0) + (after ? 1 : 0), whole);
    return [SKIP, first + 1];
  });
}

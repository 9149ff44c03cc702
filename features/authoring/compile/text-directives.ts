import type { Parents, Root, RootContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
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

/**
 * Gives `:cite`, `:term` and `:zh` their html, and turns every other text directive back into what was
 * written, because remark-directive takes the `:30` of "10:30" for one.
 */
export function applyTextDirectives(tree: Root, source: string, use: TextDirectiveUse): void {
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

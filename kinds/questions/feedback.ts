import type { ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';

/** Whether feedback begins with the misconception it corrects: a strong lead. */
export function namesMisconception([first]: readonly RootContent[]): boolean {
  return first?.type === 'paragraph' && first.children[0]?.type === 'strong';
}

/** What stands in one line, an item or a gap: without the paragraph around it. */
export const renderInline = (nodes: RootContent[], context: CompileContext): string =>
  context
    .render(nodes)
    .trim()
    .replace(/^<p>|<\/p>$/g, '');

/** What is shown and not read as options, places or feedback. Reports a question that asks nothing. */
export function promptOf(
  node: DirectiveNode,
  without: readonly (RootContent | undefined)[],
  context: CompileContext,
): string {
  const prompt = context.render(node.children.filter((child) => !without.includes(child)) as RootContent[]);
  if (prompt.trim() === '') context.problem(node, 'the question has no prompt');
  return prompt;
}

/**
 * Reads the quotation that explains a question as a whole, its last one: a paragraph when the answer is wrong,
 * which begins with the misconception, then what is said when it is right. Reports what is amiss.
 */
export function readWhole(
  node: DirectiveNode,
  context: CompileContext,
): { quotation: RootContent; wrong: string; right: string } | null {
  const quotation = node.children.findLast((child) => child.type === 'blockquote');
  if (quotation?.type !== 'blockquote' || quotation.children.length < 2) {
    const kind = node.attributes?.kind;
    context.problem(node, `kind="${kind}" needs a quotation: feedback when wrong, then when right`);
    return null;
  }
  const [wrong, ...right] = quotation.children;
  if (!wrong || !namesMisconception([wrong])) {
    context.problem(quotation, 'the feedback of a wrong answer begins with its misconception in bold');
    return null;
  }
  return { quotation, wrong: context.render([wrong]), right: context.render(right) };
}

/** A wrong answer that is foreseen: its words, and what to say to whoever gives it. */
export type Foreseen = { text: string; html: string };

/** Reads the item of a wrong answer that is foreseen, with its feedback in a quotation. Reports what is amiss. */
export function readForeseen(item: ListItem, context: CompileContext): Foreseen | null {
  const feedback = item.children.find((child) => child.type === 'blockquote');
  if (feedback?.type !== 'blockquote') {
    context.problem(item, 'a wrong answer that is foreseen carries feedback in a quotation below it');
    return null;
  }
  if (!namesMisconception(feedback.children)) {
    context.problem(item, 'the feedback of a wrong answer begins with its misconception in bold');
    return null;
  }
  return { text: itemText(item), html: context.render(feedback.children) };
}

/** The words of an item, without its feedback. */
export const itemText = (item: ListItem): string =>
  textOf({ ...item, children: item.children.filter((child) => child.type !== 'blockquote') }).trim();

import type { RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { hintsCost, mostHints } from '@/rules/assessment/hints';

/** A hint as it is written. */
export const isHint = (node: { type: string; name?: string }): node is LeafDirective =>
  node.type === 'leafDirective' && node.name === 'hint';

/** A question without its hints, which no kind of question has to know of. */
export const withoutHints = (node: DirectiveNode): DirectiveNode => ({
  ...node,
  children: (node.children as RootContent[]).filter((child) => !isHint(child)) as never,
});

const howWritten = 'a hint reads ::hint[What helps.]{cost="10"}, on a line of its own';

/** The hints of a question from the first, each as html with its cost in percent. Reports what is amiss. */
export function readHints(node: DirectiveNode, context: CompileContext): { html: string; cost: number }[] {
  const children = node.children as RootContent[];
  const own = children.filter(isHint);
  visit(node, (child) => {
    if (isHint(child) && !own.includes(child))
      context.problem(child, 'a hint stands in the question itself, and not within a list or a quotation');
    // What could not be read as a hint would be shown to everybody.
    if (child.type === 'text' && child.value.includes('::hint')) context.problem(child, howWritten);
  });
  if (own.length > mostHints)
    context.problem(own[mostHints] ?? node, `a question has at most ${mostHints} hints`);
  const hints = own.map((hint) => {
    const { cost: written = '0' } = hint.attributes ?? {};
    const cost = /^\d{1,3}$/.test(written ?? '') ? Number(written) : Number.NaN;
    if (!(cost <= 100))
      context.problem(hint, `cost="${written}" is not a whole number of percent from 0 to 100`);
    if (textOf(hint).trim() === '') context.problem(hint, howWritten);
    return { html: context.render([{ type: 'paragraph', children: hint.children }]).trim(), cost };
  });
  const sum = hints.reduce((total, { cost }) => total + cost, 0);
  if (sum > hintsCost([sum]))
    context.problem(own[0] ?? node, `the hints cost ${sum} % together, and there is no more than 100 %`);
  return hints;
}

import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';

/** Whether a mistake of typing is let pass: `spelling="near"`. Reports any other word. */
export function letsTypingPass(node: DirectiveNode, context: CompileContext): boolean {
  const spelling = node.attributes?.spelling ?? '';
  if (spelling && spelling !== 'near') context.problem(node, `spelling="${spelling}" can only be "near"`);
  return spelling === 'near';
}

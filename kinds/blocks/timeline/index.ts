import type { ListItem, PhrasingContent } from 'mdast';
import { type BlockKind, type CompileContext, escapeHtml, requireAttribute } from '../kind';

const separator = ' — ';

function entry(item: ListItem, context: CompileContext): string | null {
  const paragraph = item.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text' || !first.value.includes(separator)) {
    context.problem(item, 'an item of :::timeline reads "date — text", with an em dash between');
    return null;
  }
  const at = first.value.indexOf(separator);
  const rest: PhrasingContent[] = [
    { type: 'text', value: first.value.slice(at + separator.length) },
    ...paragraph.children.slice(1),
  ];
  const text = context.render([{ type: 'paragraph', children: rest }, ...item.children.slice(1)]);
  return `<li><p class="timeline-date">${escapeHtml(first.value.slice(0, at))}</p>${text}</li>`;
}

/** Dated events in order. */
export const timeline: BlockKind = {
  name: 'timeline',
  completesBy: 'viewed',
  compile(node, context) {
    const title = requireAttribute(node, 'title', context);
    const list = node.children.find((child) => child.type === 'list');
    if (list?.type !== 'list') {
      context.problem(node, ':::timeline needs a list');
      return null;
    }
    if (title === null) return null;
    const items = list.children.map((item) => entry(item, context) ?? '').join('');
    return {
      label: title,
      html: `<section class="timeline" aria-label="${escapeHtml(title)}"><h3 class="timeline-title">${escapeHtml(title)}</h3><ol>${items}</ol></section>`,
    };
  },
};

import type { TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type BlockKind, escapeHtml, requireAttribute } from '../kind';

/** Renderings of one phrase side by side: a table of three columns, shown as cards. */
export const compare: BlockKind = {
  name: 'compare',
  completesBy: 'viewed',
  compile(node, context) {
    const title = requireAttribute(node, 'title', context);
    const table = node.children.find((child) => child.type === 'table');
    if (table?.type !== 'table' || table.children.length < 3) {
      context.problem(node, ':::compare needs a table with a head and at least two rows');
      return null;
    }
    const [head, ...rows] = table.children;
    if (title === null || !head) return null;
    for (const row of table.children) {
      if (row.children.length !== 3) context.problem(row, 'a row of :::compare has three cells');
    }
    const cell = (content: TableCell | undefined) =>
      content
        ? context
            .render([{ type: 'paragraph', children: content.children }])
            .trim()
            .replace(/^<p>|<\/p>$/g, '')
        : '';
    const names = head.children.map((name) => textOf(name));
    const cards = rows
      .map(
        ({ children: [first, second, third] }) =>
          `<li class="compare-card"><p class="compare-main">${cell(first)}</p><p class="compare-where"><span class="visually-hidden">${escapeHtml(names[1] ?? '')}: </span>${cell(second)}</p><p class="compare-note"><span class="compare-label">${escapeHtml(names[2] ?? '')}</span> ${cell(third)}</p></li>`,
      )
      .join('');
    const original = node.attributes?.original;
    const lang = node.attributes?.lang;
    const source = original
      ? `<p class="compare-original"${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(original)}</p>`
      : '';
    return {
      label: title,
      html: `<section class="compare" aria-label="${escapeHtml(title)}"><h3 class="compare-title">${escapeHtml(title)}</h3>${source}<ul class="compare-cards">${cards}</ul></section>`,
    };
  },
};

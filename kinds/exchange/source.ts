import type { ListItem, RootContent } from 'mdast';
import type { Exchanged } from '@/rules/exchange/question';

/** The Markdown of nodes as it is written, without the signs of the quotation or list they stand in. */
export function sourceOf(nodes: readonly RootContent[], source: string): string {
  return nodes
    .map(({ position }) => {
      const [first = '', ...others] = source
        .slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
        .split('\n');
      return [first, ...others.map((line) => line.replace(/^[ \t]*(?:> ?)?/, ''))].join('\n');
    })
    .join('\n\n')
    .trim();
}

export const isQuotation = ({ type }: RootContent): boolean => type === 'blockquote';

export function said(item: ListItem, source: string): string {
  const quotation = item.children.find(isQuotation);
  return quotation?.type === 'blockquote' ? sourceOf(quotation.children, source) : '';
}

/** An option as it is written. */
export const optionOf =
  (source: string) =>
  (item: ListItem): Exchanged => ({
    text: sourceOf(
      item.children.filter((child) => !isQuotation(child)),
      source,
    ),
    right: item.checked === true,
    said: said(item, source),
  });

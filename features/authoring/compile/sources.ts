import { escapeHtml } from '@/kinds/blocks/kind';
import { formatSourceDate } from '@/rules/sources/source-date';
import type { Source } from './schemas';

export const citationLink = (id: string, number: number): string =>
  `<a class="cite" href="#src-${id}" title="Source ${number}">${number}</a>`;

/** A source as the reader sees it at the end of a lesson. */
export function sourceHtml(source: Source): string {
  const lang = source.language === 'en' ? '' : ` lang="${escapeHtml(source.language)}"`;
  const title = `<cite${lang}>${escapeHtml(source.title)}</cite>`;
  const linked = source.url
    ? `<a href="${escapeHtml(source.url)}" rel="noopener noreferrer ugc">${title}</a>`
    : title;
  const by = [source.author, source.publisher].filter(Boolean).map((name) => escapeHtml(String(name)));
  const standing = source.primary ? 'primary source' : 'secondary source';
  // A title that asks or ends by itself gets no full stop of ours.
  const stop = /[.?!。?!…]$/u.test(source.title) ? '' : '.';
  const note = source.note ? ` ${escapeHtml(source.note)}` : '';
  return `${linked}${stop} ${by.join(', ')}, ${formatSourceDate(source.date)} <span class="source-kind">${source.kind}, ${standing}</span>${
    note === '' ? '' : `<span class="source-note">${note}</span>`
  }`;
}

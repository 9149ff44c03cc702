import { escapeHtml } from '@/kinds/blocks/kind';
import type { Source } from './schemas';

export const citationLink = (id: string, number: number): string =>
  `<a class="cite" href="#src-${id}" title="Source ${number}">${number}</a>`;

const dayOf = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthOf = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A date as exact as it is known: "25 Oct 2019", "Oct 2019" or "2019". What is none stays as it is. */
export function formatSourceDate(date: string): string {
  const full = new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
  if (date.length === 4 || Number.isNaN(full.getTime())) return date;
  return (date.length === 7 ? monthOf : dayOf).format(full);
}

/** A source as the reader sees it at the end of a lesson. */
export function sourceHtml(source: Source): string {
  const lang = source.language === 'en' ? '' : ` lang="${escapeHtml(source.language)}"`;
  const title = `<cite${lang}>${escapeHtml(source.title)}</cite>`;
  const linked = source.url
    ? `<a href="${escapeHtml(source.url)}" rel="noopener noreferrer ugc">${title}</a>`
    : title;
  const by = [source.author, source.publisher].filter(Boolean).map((name) => escapeHtml(String(name)));
  const standing = source.primary ? 'primary source' : 'secondary source';
  const note = source.note ? ` ${escapeHtml(source.note)}` : '';
  return `${linked}. ${by.join(', ')}, ${formatSourceDate(source.date)} <span class="source-kind">${source.kind}, ${standing}</span>${
    note === '' ? '' : `<span class="source-note">${note}</span>`
  }`;
}

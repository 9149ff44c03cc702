import { escapeHtml } from '@/kinds/blocks/kind';
import type { Sign } from './icons';

type Row = { kind: 'lesson' | 'module'; fileId: string; title: string };

/** The form that every button of the outline belongs to, wherever it stands. */
export const outlineForm = 'outline-form';

const icon = (sign: Sign) =>
  `<svg width="16" height="16" aria-hidden="true"><use href="#toc-${sign}"></use></svg>`;

/** What every sign has: its words for those who do not see it, and for the sheet on a phone. */
const named = (label: string, title: string) =>
  `class="toc-act" title="${label}" aria-label="${label}: “${title}”"`;

function tools({ kind, fileId, title: words }: Row, { first, last, moveTo, details }: Places): string {
  const title = escapeHtml(words);
  const act = (name: string, sign: Sign, label: string, disabled = false) =>
    `<button type="submit" form="${outlineForm}" name="do" value="${kind}-${name}:${fileId}"${disabled ? ' disabled' : ''} ${named(label, title)}>${icon(sign)}<span>${label}</span></button>`;
  const lead = (href: string, sign: Sign, label: string) =>
    `<a href="${escapeHtml(href)}" ${named(label, title)}>${icon(sign)}<span>${label}</span></a>`;
  const sheet = `toc-acts-${fileId}`;
  return [
    `<button type="button" popovertarget="${sheet}" class="toc-act toc-more" aria-label="Actions: “${title}”">${icon('more')}</button>`,
    `<div id="${sheet}" popover class="toc-acts"><p class="toc-acts-title">${title}</p>`,
    act('up', 'up', 'Move up', first),
    act('down', 'down', 'Move down', last),
    moveTo === null ? '' : lead(moveTo, 'move', 'Move to …'),
    act('copy', 'copy', 'Duplicate'),
    details === null ? '' : lead(details, 'edit', 'Details'),
    act('delete', 'delete', 'Delete'),
    '</div>',
  ].join('');
}

type Places = {
  first: boolean;
  last: boolean;
  /** Where a place is chosen; modules go up and down only. */
  moveTo: string | null;
  details: string | null;
};

/**
 * What can be done with a row: signs in a line on a wide screen, a sheet of buttons on a phone. All but the
 * links are buttons of one plain form. As html: as elements they would be most of the weight of a long outline.
 */
export function RowActions({ row, ...places }: Places & { row: Row }) {
  return <div className="toc-tools" dangerouslySetInnerHTML={{ __html: tools(row, places) }} />;
}

import type { Release } from '../editions/edition';
import { releaseInWords } from '../learning/release';

export const outlineDeeds = ['moved', 'added', 'duplicated', 'restored', 'deleted'] as const;
/** What was done to a row of the outline. */
export type OutlineDeed = (typeof outlineDeeds)[number];

/** A lesson or a module and where it stands, counted from 1. `module` is the title of a lesson's module. */
export type Placed = { title: string; number: number; module: string | null };

const place = ({ number, module }: Placed): string =>
  module === null ? `module ${number}` : `lesson ${number} of “${module}”`;

/** Says what became of a row: "“Hash chains” is now lesson 2 of “Integrity”." */
export function doneInWords(deed: OutlineDeed, item: Placed): string {
  if (deed === 'deleted') return `“${item.title}” was deleted.`;
  const verb = { moved: 'is now', added: 'is', duplicated: 'is', restored: 'is back as' }[deed];
  return `“${item.title}” ${verb} ${place(item)}.`;
}

/** When something may be begun, one phrase for each condition; titles by id, ids where nothing has a title. */
export function releaseNotes(
  { opens, after, prerequisites }: Release,
  zone: string,
  titles: { modules: ReadonlyMap<string, string>; lessons: ReadonlyMap<string, string> },
): string[] {
  const needed = (prerequisites ?? []).map((id) => `“${titles.lessons.get(id) ?? id}”`);
  return [
    ...(opens ? [`opens ${isLocalTime(opens) ? releaseInWords(opens, zone) : opens}`] : []),
    ...(after ? [`after module “${titles.modules.get(after) ?? after}”`] : []),
    ...(needed.length > 0 ? [`needs ${needed.join(' and ')}`] : []),
  ];
}

/** Whether a text is a day, or a day and a time, that the calendar and the clock have. */
export function isLocalTime(text: string): boolean {
  const [, day, time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(text) ?? [];
  const instant = new Date(`${day}T${time}:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${day}T${time}`);
}

import type { LibraryEvent } from './edition-library';
import { type Instrument, instrumentNames } from './instruments';

/** By what the timeline is filtered; each may be anything. */
export const timelineFields = ['actor', 'place', 'instrument', 'directive'] as const;
export type TimelineField = (typeof timelineFields)[number];
export type TimelineFilter = Partial<Record<TimelineField, string>>;

/** What an event is filed under. */
const valuesOf = (event: LibraryEvent, field: TimelineField): string[] =>
  field === 'directive' ? event.directives : [event[field]];

const fits = (event: LibraryEvent, filter: TimelineFilter, but?: TimelineField): boolean =>
  timelineFields.every((field) => {
    const wanted = filter[field];
    return field === but || wanted === undefined || valuesOf(event, field).includes(wanted);
  });

/** The events that fit a filter in everything it asks for. */
export const eventsFor = (events: readonly LibraryEvent[], filter: TimelineFilter): LibraryEvent[] =>
  events.filter((event) => fits(event, filter));

export type TimelineChoice = { value: string; count: number };

/**
 * What may be chosen in a field, and how many events would be left: what the other fields ask for holds. What is
 * chosen already stays among the choices although it leaves nothing.
 */
export function timelineChoices(
  events: readonly LibraryEvent[],
  filter: TimelineFilter,
  field: TimelineField,
): TimelineChoice[] {
  const counts = new Map<string, number>(filter[field] === undefined ? [] : [[filter[field], 0]]);
  for (const event of events.filter((candidate) => fits(candidate, filter, field)))
    for (const value of valuesOf(event, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => order(field, a.value, b.value));
}

/** Instruments in the order of the field, passages by number, the rest by the alphabet. */
function order(field: TimelineField, a: string, b: string): number {
  if (field === 'instrument')
    return instrumentNames.indexOf(a as Instrument) - instrumentNames.indexOf(b as Instrument);
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Events by their years, in the order in which they come. */
export function byYear(events: readonly LibraryEvent[]): { year: string; events: LibraryEvent[] }[] {
  const years = new Map<string, LibraryEvent[]>();
  for (const event of events) {
    const year = event.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return [...years].map(([year, of]) => ({ year, events: of }));
}

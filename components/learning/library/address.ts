import type { TimelineFilter } from '@/rules/library/timeline-filter';

/** The address of the library of a course, from the address of the course as it is read here. */
export const libraryHome = (home: string): string => `${home}/library`;

/** An address with what is asked of it; what is asked for nothing is left out. */
export function withAsked(address: string, asked: Record<string, string | undefined>): string {
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `${address}?${new URLSearchParams(pairs)}` : address;
}

export const timelineHref = (home: string, filter: TimelineFilter): string =>
  withAsked(`${libraryHome(home)}/timeline`, filter);

/** What an address asks for in a field: nothing where it is asked twice, or for more than any name is long. */
export function askedFor(value: string | string[] | undefined): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text !== '' && text.length <= 300 ? text : undefined;
}

import type { CsvRecord } from '../files/csv';

/** The files of an export that a list of people is made of; others are passed over. */
export const oneRosterFiles = {
  manifest: 'manifest.csv',
  users: 'users.csv',
  classes: 'classes.csv',
  enrollments: 'enrollments.csv',
} as const;

/** The columns of the list that an export becomes. */
export const oneRosterHeads = ['sourcedId', 'email', 'givenName', 'familyName', 'class', 'status'] as const;
export const oneRosterColumns = ['externalId', 'email', 'givenName', 'familyName', null, null] as const;
export const classCell = 4;
const statusCell = 5;

/** What a manifest says: its properties by name. */
export const manifestOf = (records: readonly CsvRecord[]): ReadonlyMap<string, string> =>
  new Map(records.map(({ cells: [name = '', value = ''] }) => [name.trim().toLowerCase(), value.trim()]));

/** Why an export cannot be taken as a list, or null. */
export function manifestProblem(
  manifest: ReadonlyMap<string, string>,
): 'oneroster-version' | 'oneroster-delta' | null {
  const version = manifest.get('oneroster.version');
  if (version !== undefined && !/^1\.[012]/.test(version)) return 'oneroster-version';
  const changesOnly = ['file.users', 'file.classes', 'file.enrollments'].some(
    (file) => manifest.get(file)?.toLowerCase() === 'delta',
  );
  return changesOnly ? 'oneroster-delta' : null;
}

/** Gives the cell of a record that stands below a head: heads come in any order, with any others beside. */
export function cellsByHead<Head extends string>(
  head: readonly string[],
  wanted: readonly Head[],
): (cells: readonly string[], name: Head) => string {
  const names = head.map((name) => name.trim().toLowerCase());
  const places = Object.fromEntries(wanted.map((name) => [name, names.indexOf(name.toLowerCase())]));
  return (cells, name) => (cells[places[name] as number] ?? '').trim();
}

/** Whether something is marked for deletion by the system that it comes from. */
export const isDeleted = (status: string): boolean => status.toLowerCase() === 'tobedeleted';

/** Why a row of such a list does not count, or null when it does. */
export function leftOut(cells: readonly string[], classes: readonly string[] | undefined): string | null {
  if (isDeleted(cells[statusCell] ?? '')) return 'Marked for deletion in the system that it comes from.';
  if (classes && !classes.includes(cells[classCell] ?? '')) return 'Of a class that was not chosen.';
  return null;
}

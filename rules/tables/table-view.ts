/** A table whose filter, order, columns and page stand in the address: what is the same for all of them. */

/** Where a page begins: the row that the page before it ended with, by what the table is sorted by. */
export type TablePlace = { key: string; id: string };

/** The order of a table, and the row that its page stands after or before. */
export type TableOrder<Sort extends string> = {
  sort: Sort;
  direction: 'up' | 'down';
  after: TablePlace | null;
  before: TablePlace | null;
};

/** How many rows a page shows. */
export const rowsPerPage = 50;
/** Up to how many rows are counted for the page. What is done to all of them is always counted out. */
export const mostCounted = 10_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => uuid.test(text);

/** An instant as a key: microseconds since 1970, so that nothing of it is lost, or `never`. */
const instantKey = /^(never|-?\d{1,17})$/;
const numberKey = /^\d{1,7}$/;

/** Text as PostgreSQL can hold it, and no longer than anybody searches for. */
export const searchText = (raw: string | null): string =>
  (raw ?? '')
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);

/** The value if it is one of the known ones. */
export const oneOfThese = <Known extends string>(
  known: readonly Known[],
  value: string | null,
): Known | null => known.find((candidate) => candidate === value) ?? null;

/** A place as it stands in an address. */
export const placeText = ({ key, id }: TablePlace): string => `${id}~${key}`;

/** Reads a place from an address; what is not one is the first page. */
export function readPlace(raw: string | null, kind: 'text' | 'instant' | 'number'): TablePlace | null {
  const [, id = '', key = ''] = /^([^~]*)~([\s\S]*)$/.exec(raw ?? '') ?? [];
  if (!isUuid(id) || key.length > 400) return null;
  if (kind === 'instant' && !instantKey.test(key)) return null;
  if (kind === 'number' && !numberKey.test(key)) return null;
  return kind === 'text' && (key.includes('\0') || !key.isWellFormed()) ? null : { key, id };
}

/** The order of a table as its address says it; `kinds` names what can be sorted by, the first one by default. */
export function readOrder<Sort extends string>(
  query: URLSearchParams,
  kinds: Record<Sort, 'text' | 'instant' | 'number'>,
  usual: Sort,
): TableOrder<Sort> {
  const sort = oneOfThese(Object.keys(kinds) as Sort[], query.get('sort')) ?? usual;
  const before = readPlace(query.get('before'), kinds[sort]);
  const after = before ? null : readPlace(query.get('after'), kinds[sort]);
  const usually = kinds[sort] === 'text' ? 'up' : 'down';
  return { sort, direction: oneOfThese(['up', 'down'], query.get('dir')) ?? usually, after, before };
}

/** The columns that an address names, in the order of the table; `usual` when it names none. */
export function readColumns<Column extends string>(
  query: URLSearchParams,
  known: readonly Column[],
  usual: readonly Column[],
): Column[] {
  const asked = new Set(query.getAll('column'));
  const chosen = known.filter((column) => asked.has(column));
  return asked.size > 0 ? chosen : [...usual];
}

/** What of an address is about a page, or about rows that were chosen, and so is no part of the filter. */
const passing = new Set(['after', 'before', 'id', 'scope', 'do', 'view', 'did', 'batch', 'format', 'edit']);

/** The filter, order and columns of an address, without empty fields: what a saved view keeps. */
export function viewQuery(query: URLSearchParams): string {
  const kept = [...query].filter(([name, value]) => !passing.has(name) && value !== '');
  return new URLSearchParams(kept).toString();
}

/** The same address with some fields set anew, on its first page; null takes a field out. */
export function withFields(query: URLSearchParams, fields: Record<string, string | null>): string {
  const next = new URLSearchParams(viewQuery(query));
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}

/** A count as a page says it. */
export const countWords = (count: number): string =>
  count > mostCounted ? `more than ${mostCounted.toLocaleString('en')}` : count.toLocaleString('en');

export type Turns = { first: string | null; previous: string | null; next: string | null };

/** Which of the rows that were found, one more than a page holds, stand on it, and whether there is more. */
export function pageOf<Row>(
  found: readonly Row[],
  { before, after }: Pick<TableOrder<string>, 'before' | 'after'>,
): { page: Row[]; way: { backwards: boolean; begins: boolean; more: boolean } } {
  const more = found.length > rowsPerPage;
  const backwards = before !== null;
  const page = backwards && more ? found.slice(1) : found.slice(0, rowsPerPage);
  return { page, way: { backwards, begins: after === null, more } };
}

/** The queries of the pages before and after the one with these rows; null where there is none. */
export function turnsOf(
  query: string,
  rows: readonly { place: string }[],
  { backwards, begins, more }: ReturnType<typeof pageOf>['way'],
): Turns {
  const params = new URLSearchParams(query);
  const [first, last] = [rows[0], rows.at(-1)];
  const earlier = backwards ? more : !begins;
  const later = backwards || more;
  return {
    first: earlier ? withFields(params, {}) : null,
    previous: earlier && first ? withFields(params, { before: first.place }) : null,
    next: later && last ? withFields(params, { after: last.place }) : null,
  };
}

/** The page of a table that views are kept of. */
export function pathOfRoom(room: string): string {
  const [kind, course] = room.split(':');
  return kind === 'roster' && course ? `/teach/${course}/roster` : `/admin/${kind}`;
}

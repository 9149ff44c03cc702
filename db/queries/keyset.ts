import { ilike, like, type SQL, sql } from 'drizzle-orm';
import type { TablePlace } from '@/rules/tables/table-view';
import { users } from '../schema';

/**
 * What a table is sorted by. `order` is the expression as an index has it, `key` the same as text for an
 * address, and `at` turns such a text into a value to compare with.
 */
export type SortKey = { order: SQL; key: SQL<string>; at: (key: string) => SQL };

/** A text, as it is. */
export const textKey = (order: SQL): SortKey => ({
  order,
  key: sql<string>`${order}::text`,
  at: (key) => sql`${key}::text`,
});

/** A whole number. */
export const numberKey = (order: SQL): SortKey => ({
  order,
  key: sql<string>`${order}::text`,
  at: (key) => sql`${Number(key)}::int`,
});

/** An instant in microseconds; `never` says where those without one stand. */
export function instantKey(column: SQL, never: 'infinity' | '-infinity' | null = null): SortKey {
  const micros = sql`(extract(epoch from ${column}) * 1000000)::bigint::text`;
  const edge = never === 'infinity' ? sql`'infinity'::timestamptz` : sql`'-infinity'::timestamptz`;
  return {
    order: never === null ? column : sql`coalesce(${column}, ${edge})`,
    key: sql<string>`case when ${column} is null then 'never' else ${micros} end`,
    at: (key) =>
      key === 'never' ? edge : sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`,
  };
}

type Order = { direction: 'up' | 'down'; after: TablePlace | null; before: TablePlace | null };

/**
 * A page by its place: rows after or before one, never by counting over all before it. Two rows that are sorted
 * by the same value are told apart by their id, so that no row is missed and none comes twice.
 */
export function keyset({ direction, after, before }: Order, { order, at }: SortKey, id: SQL) {
  const place = before ?? after;
  const upwards = (direction === 'up') !== (before !== null);
  const beyond = upwards ? sql`>` : sql`<`;
  return {
    where: place ? sql`(${order}, ${id}) ${beyond} (${at(place.key)}, ${place.id}::uuid)` : undefined,
    orderBy: upwards ? [sql`${order} asc`, sql`${id} asc`] : [sql`${order} desc`, sql`${id} desc`],
    /** A page before a place is read backwards. */
    reversed: before !== null,
  };
}

/** A part of a name or an address, as `ilike` takes it. */
const containing = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`;

/** Letters of every alphabet by Unicode, as the index has them, also where the database was made with the C locale. */
export const nameOrder = sql`${users.name} collate "und-x-icu"`;

/**
 * Whether a name contains a text, whatever the case. The index knows three letters together, and only of
 * alphabets. What it cannot help with is compared byte by byte, which is ten times as fast as by Unicode and
 * the same for what has no case, and for one or two plain letters.
 */
export function nameContains(search: string): SQL {
  const part = containing(search);
  if (search.toLowerCase() === search.toUpperCase()) return like(sql`${users.name} collate "C"`, part);
  const short = [...search].length < 3 && /^[ -~]*$/.test(search);
  return ilike(short ? sql`${users.name} collate "C"` : nameOrder, part);
}

/** Whether an address contains a text. Addresses are kept in lower case. */
export const emailContains = (search: string): SQL => like(users.email, containing(search.toLowerCase()));

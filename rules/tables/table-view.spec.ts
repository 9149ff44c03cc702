import { describe, expect, test } from 'vitest';
import {
  countWords,
  isUuid,
  oneOfThese,
  pageOf,
  pathOfRoom,
  placeText,
  readColumns,
  readOrder,
  readPlace,
  rowsPerPage,
  searchText,
  turnsOf,
  viewQuery,
  withFields,
} from './table-view';

const id = '0190a0a0-0000-4000-8000-000000000001';
const sorts = { name: 'text', active: 'instant', progress: 'number' } as const;
const order = (query: string) => readOrder(new URLSearchParams(query), sorts, 'name');

test('a search is text that PostgreSQL can hold, and no novel', () => {
  expect(searchText(null)).toBe('');
  expect(searchText('  a\u0000\u0007b ')).toBe('ab');
  expect(searchText('\ud800x')).toBe('\ufffdx');
  expect(searchText('x'.repeat(500))).toHaveLength(200);
});

test('only what is known counts', () => {
  expect(oneOfThese(['a', 'b'], 'b')).toBe('b');
  expect(oneOfThese(['a', 'b'], 'c')).toBeNull();
  expect(oneOfThese(['a', 'b'], null)).toBeNull();
  expect(isUuid(id)).toBe(true);
  expect(isUuid('x')).toBe(false);
});

describe('a place in a table', () => {
  test.each([
    ['a ~ name', 'text'],
    ['1767225600000000', 'instant'],
    ['never', 'instant'],
    ['-5', 'instant'],
    ['100', 'number'],
  ] as const)('%j of the kind %s goes into an address and comes back', (key, kind) => {
    expect(readPlace(placeText({ key, id }), kind)).toEqual({ key, id });
  });

  test.each([
    [null, 'text'],
    ['', 'text'],
    ['nonsense', 'text'],
    ['not-an-id~x', 'text'],
    [`${id}~\u0000`, 'text'],
    [`${id}~\ud800`, 'text'],
    [`${id}~${'x'.repeat(500)}`, 'text'],
    [`${id}~2026-02-31`, 'instant'],
    [`${id}~${'9'.repeat(18)}`, 'instant'],
    [`${id}~1; drop`, 'number'],
  ] as const)('%j of the kind %s is none', (raw, kind) => {
    expect(readPlace(raw, kind)).toBeNull();
  });
});

test('texts go up and the rest goes down, unless the address says otherwise', () => {
  expect(order('')).toEqual({ sort: 'name', direction: 'up', after: null, before: null });
  expect(order('sort=active')).toMatchObject({ sort: 'active', direction: 'down' });
  expect(order('sort=active&dir=up')).toMatchObject({ direction: 'up' });
  expect(order('sort=x&dir=x')).toMatchObject({ sort: 'name', direction: 'up' });
  expect(order(`after=${id}~A`)).toMatchObject({ after: { key: 'A', id }, before: null });
  expect(order(`after=${id}~A&before=${id}~B`)).toMatchObject({ after: null, before: { key: 'B', id } });
});

test('columns stand in the order of the table; none named are the usual ones', () => {
  const columns = (query: string) => readColumns(new URLSearchParams(query), ['a', 'b', 'c'], ['a']);
  expect(columns('column=c&column=a&column=x')).toEqual(['a', 'c']);
  expect(columns('')).toEqual(['a']);
  expect(columns('column=')).toEqual([]);
});

test('a view keeps the filter, and neither the page nor what was ticked', () => {
  const query = new URLSearchParams(
    `search=a+b&state=&column=x&column=y&id=1&scope=all&after=z&do=pause&edit=1`,
  );
  expect(viewQuery(query)).toBe('search=a+b&column=x&column=y');
  expect(withFields(query, { search: null, sort: 'name' })).toBe('column=x&column=y&sort=name');
});

test('pages lead on and back, and end', () => {
  const rows = [{ place: 'p1' }, { place: 'p2' }];
  const turns = (values: Partial<Parameters<typeof turnsOf>[2]>) =>
    turnsOf('search=a', rows, { backwards: false, begins: true, more: false, ...values });
  expect(turns({})).toEqual({ first: null, previous: null, next: null });
  expect(turns({ more: true })).toEqual({ first: null, previous: null, next: 'search=a&after=p2' });
  expect(turns({ begins: false })).toEqual({ first: 'search=a', previous: 'search=a&before=p1', next: null });
  expect(turns({ backwards: true })).toEqual({ first: null, previous: null, next: 'search=a&after=p2' });
  expect(turns({ backwards: true, more: true })).toMatchObject({ previous: 'search=a&before=p1' });
  expect(turnsOf('', [], { backwards: true, begins: true, more: true })).toMatchObject({
    previous: null,
    next: null,
  });
});

test('a count is exact up to ten thousand', () => {
  expect(countWords(10_000)).toBe('10,000');
  expect(countWords(10_001)).toBe('more than 10,000');
});

test('a saved view belongs to the page of its table', () => {
  expect(pathOfRoom('roster:a-course')).toBe('/teach/a-course/roster');
  expect(pathOfRoom('people')).toBe('/admin/people');
});

test('one row more than a page holds tells that there is more; read backwards, it is the first', () => {
  const place = { key: 'k', id: '1' };
  const found = (count: number) => Array.from({ length: count }, (_, index) => index);
  const first = pageOf(found(rowsPerPage), { after: null, before: null });
  expect(first.page).toHaveLength(rowsPerPage);
  expect(first.way).toEqual({ backwards: false, begins: true, more: false });
  const on = pageOf(found(rowsPerPage + 1), { after: place, before: null });
  expect([on.page[0], on.page.length]).toEqual([0, rowsPerPage]);
  expect(on.way).toEqual({ backwards: false, begins: false, more: true });
  const back = pageOf(found(rowsPerPage + 1), { after: null, before: place });
  expect([back.page[0], back.page.length]).toEqual([1, rowsPerPage]);
  expect(back.way).toEqual({ backwards: true, begins: true, more: true });
});

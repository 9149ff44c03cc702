import { expect, test } from 'vitest';
import { isSourceOrder, kindsIn, nameOf, sourcesFor } from './bibliography';
import type { LibrarySource } from './edition-library';

const source = (id: string, more: Partial<LibrarySource> = {}): LibrarySource => ({
  id,
  title: id,
  publisher: 'Paper',
  author: null,
  date: '2019',
  url: null,
  language: 'en',
  kind: 'news',
  primary: true,
  usedFor: 'X.',
  note: null,
  lessons: [],
  events: 0,
  directives: [],
  ...more,
});
const sources = [
  source('b', { author: 'Nakamoto', date: '2008-10-31', kind: 'paper' }),
  source('c', { date: '2019-10-25' }),
  source('a', { date: '2019-10-25', publisher: 'agency' }),
  source('d', { kind: 'law', date: '2021' }),
];
const ids = (choice: Parameters<typeof sourcesFor>[1]) => sourcesFor(sources, choice).map(({ id }) => id);

test('a source stands under its author or, without one, its publisher', () => {
  expect(sources.map(nameOf)).toEqual(['Nakamoto', 'Paper', 'agency', 'Paper']);
});

test('the bibliography is sorted as is asked, and by title where that tells nothing apart', () => {
  expect(ids({ order: 'author' })).toEqual(['a', 'b', 'c', 'd']);
  expect(ids({ order: 'title' })).toEqual(['a', 'b', 'c', 'd']);
  expect(ids({ order: 'newest' })).toEqual(['d', 'a', 'c', 'b']);
  expect(ids({ order: 'oldest' })).toEqual(['b', 'a', 'c', 'd']);
});

test('the bibliography is filtered by kind', () => {
  expect(ids({ kind: 'news', order: 'title' })).toEqual(['a', 'c']);
  expect(ids({ kind: 'rumour', order: 'title' })).toEqual([]);
});

test('the kinds that there are stand in one order, with their numbers', () => {
  expect(kindsIn(sources)).toEqual([
    { kind: 'news', count: 2 },
    { kind: 'law', count: 1 },
    { kind: 'paper', count: 1 },
  ]);
});

test('an order is one of those that there are', () => {
  expect(['author', 'constructor', ''].map(isSourceOrder)).toEqual([true, false, false]);
});

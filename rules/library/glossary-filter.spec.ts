import { expect, test } from 'vitest';
import type { LibraryTerm } from './edition-library';
import { byLetter, letterOf, termsFor } from './glossary-filter';

const term = (id: string, more: Partial<LibraryTerm> = {}): LibraryTerm => ({
  id,
  term: id,
  zh: null,
  pinyin: null,
  definition: 'What it is.',
  see: [],
  first: null,
  ...more,
});
const terms = [
  term('51 % attack'),
  term('Élan'),
  term('hash function', { zh: '哈希函数', pinyin: 'hāxī hánshù', definition: 'It gives a digest.' }),
  term('hashing'),
];
const ids = (filter: Parameters<typeof termsFor>[1]) => termsFor(terms, filter).map(({ id }) => id);

test.each([
  ['hash', 'H'],
  ['Élan', 'E'],
  ['51 % attack', '#'],
  ['区块链', '#'],
  ['', '#'],
])('the term %j is filed under %s', (name, letter) => {
  expect(letterOf({ term: name })).toBe(letter);
});

test('the glossary without a filter is whole', () => {
  expect(ids({})).toHaveLength(4);
});

test('the glossary is filtered by a letter, and by words wherever they stand', () => {
  expect(ids({ letter: 'H' })).toEqual(['hash function', 'hashing']);
  expect(ids({ letter: 'h' })).toEqual([]);
  expect(ids({ search: 'DIGEST gives' })).toEqual(['hash function']);
  expect(ids({ search: '哈希' })).toEqual(['hash function']);
  expect(ids({ letter: 'H', search: 'digest' })).toEqual(['hash function']);
  expect(ids({ letter: 'E', search: 'digest' })).toEqual([]);
});

test('pinyin is found without its marks, and in one piece', () => {
  expect(ids({ search: 'haxi' })).toEqual(['hash function']);
  expect(ids({ search: 'haxihanshu' })).toEqual(['hash function']);
});

test('terms stand by their letter', () => {
  expect(byLetter([...terms].reverse()).map(({ letter, terms: of }) => [letter, of.length])).toEqual([
    ['#', 1],
    ['E', 1],
    ['H', 2],
  ]);
});

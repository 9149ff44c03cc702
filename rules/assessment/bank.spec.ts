import { expect, test } from 'vitest';
import { drawnId, hasTags, isBankPath, setNameOf, setPathOf, tagsIn } from './bank';

test.each([
  ['bank/hash-functions.md', 'hash-functions'],
  ['bank/a.md', 'a'],
  [`bank/${'a'.repeat(30)}.md`, 'a'.repeat(30)],
  [`bank/${'a'.repeat(31)}.md`, null],
  ['bank/Hash.md', null],
  ['bank/a--b.md', null],
  ['bank/a/b.md', null],
  ['bank/a.yaml', null],
  ['modules/1-a/1-b.md', null],
])('the set at %s is %s', (path, name) => {
  expect(setNameOf(path)).toBe(name);
  if (name) expect(setPathOf(name)).toBe(path);
});

test('what stands in the folder of the bank is meant for it', () => {
  expect(isBankPath('bank/Odd name.md')).toBe(true);
  expect(isBankPath('banks/a.md')).toBe(false);
});

test('a drawn question has an id that nobody can write', () => {
  expect(drawnId('hashes', 'q-1')).toBe('hashes--q-1');
});

test('tags are told apart by their letters alone', () => {
  expect(tagsIn(' Hash  functions, easy，EASY,, 哈希 ')).toEqual(['hash functions', 'easy', '哈希']);
  expect(tagsIn('')).toEqual([]);
});

test('a question is drawn when it carries every tag that is wanted', () => {
  expect(hasTags(['a', 'b'], ['b'])).toBe(true);
  expect(hasTags(['a'], ['a', 'b'])).toBe(false);
  expect(hasTags([], [])).toBe(true);
});

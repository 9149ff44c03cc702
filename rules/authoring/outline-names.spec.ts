import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareName, freeId, freePath, idFrom, idsIn, numbered } from './outline-names';

test.each([
  ['What Is a Hash?', 'what-is-a-hash'],
  ['  Émilie’s “3” rules — and more  ', 'emilies-3-rules-and-more'],
  ['区块链', 'lesson'],
  ['SM2、SM3 和 SM4', 'sm2-sm3-sm4'],
  ['---', 'lesson'],
])('the id of "%s" is %s', (title, id) => {
  expect(idFrom(title, 'lesson')).toBe(id);
});

test('an id is cut between words, and within one only when it has no end', () => {
  expect(idFrom(`${'word '.repeat(11)}a longer end`, 'lesson')).toBe(`${'word-'.repeat(11)}a`);
  expect(idFrom('x'.repeat(80), 'lesson')).toBe('x'.repeat(60));
});

test('whatever the title, the id has the form of an id, and is free', () => {
  const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.nat(12), (title, times) => {
      const taken = new Set<string>();
      for (let n = 0; n <= times; n += 1) {
        const id = freeId(idFrom(title, 'lesson'), taken);
        expect(id).toMatch(idForm);
        expect(id.length).toBeLessThanOrEqual(60);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
  );
});

test('the first of several keeps the plain id', () => {
  expect(freeId('hash', new Set())).toBe('hash');
  expect(freeId('hash', new Set(['hash', 'hash-2']))).toBe('hash-3');
});

test('a number orders, the rest is the name', () => {
  expect(['3-merkle', '03_merkle', '3. merkle', '3d-models', '7'].map(bareName)).toEqual([
    'merkle',
    'merkle',
    'merkle',
    '3d-models',
    '',
  ]);
});

test('a name gets the number of its place and keeps the rest, which has an end', () => {
  expect(numbered('3-merkle', 3)).toBe('3-merkle');
  expect(numbered('03-merkle', 12)).toBe('12-merkle');
  expect(numbered('3d-models', 3)).toBe('3-3d-models');
  expect(numbered('7', 1)).toBe('1-untitled');
  expect(numbered(`1-${'𝒳'.repeat(100)}`, 1)).toBe(`1-${'𝒳'.repeat(80)}`);
});

test('ids are found in heads with mistakes, and only where they are ids', () => {
  expect(idsIn('---\ntitle: [broken\nid: "one"\nvoid: x\n  id: nested\nid:two')).toEqual(['one', 'two']);
});

test('a taken path gives way to the next free one', () => {
  expect(freePath('a/b.yaml', new Set())).toBe('a/b.yaml');
  expect(freePath('a/b.yaml', new Set(['a/b.yaml', 'a/b-2.yaml']))).toBe('a/b-3.yaml');
  expect(freePath('a/b', new Set(['a/b']))).toBe('a/b-2');
});

import { describe, expect, test } from 'vitest';
import { freshId, idFrom, idsIn } from './fresh-id';

describe('an id made from words', () => {
  test.each([
    ['What a hash cannot tell you', 'what-a-hash-cannot-tell-you'],
    ['  Être  et “avoir”  ', 'etre-et-avoir'],
    ["The Party's line", 'the-partys-line'],
    ['D4', 'd4'],
    ['话语权', null],
    ['', null],
    ['…', null],
  ])('%s', (words, id) => {
    expect(idFrom(words)).toBe(id);
  });

  test('is cut between words when there is room for that, and never too long', () => {
    expect(idFrom(`${'word '.repeat(20)}`)).toBe('word-word-word-word-word-word-word-word-word');
    expect(idFrom('x'.repeat(100))).toBe('x'.repeat(48));
    expect(idFrom(`${'x'.repeat(47)} yyyy`)?.endsWith('-')).toBe(false);
  });
});

test('a fresh id is one that nothing has yet', () => {
  expect(freshId('A part', new Set(), 'block')).toBe('a-part');
  expect(freshId('A part', new Set(['a-part']), 'block')).toBe('a-part-no1');
  expect(freshId('A part', new Set(['a-part', 'a-part-no1']), 'block')).toBe('a-part-no2');
  expect(freshId('话语权', new Set(), 'callout')).toBe('callout');
  expect(freshId('话语权', new Set(['callout']), 'callout')).toBe('callout-no1');
});

test('the ids of a text are those in braces', () => {
  expect([...idsIn('## A {#a-part}\n\n:::callout{#c-1 kind="note"}\n#no {.no} {#No}\n:::')]).toEqual([
    'a-part',
    'c-1',
  ]);
});

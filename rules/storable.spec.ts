import { expect, test } from 'vitest';
import { isStorable, isWritten } from './storable';

test('PostgreSQL holds every text but one with NUL or half of a character', () => {
  expect(['', '区块链 🔗', 'a\tb\r\n', '\u0007'].map(isStorable)).toEqual([true, true, true, true]);
  expect(['a\u0000b', '\ud83d'].map(isStorable)).toEqual([false, false]);
});

test('written words have no control characters but tabs and the ends of lines', () => {
  expect(['', '区块链 🔗', 'a\tb\r\n'].map(isWritten)).toEqual([true, true, true]);
  expect(['a\u0000b', '\ud83d', '\u0007', '\u0085'].map(isWritten)).toEqual([false, false, false, false]);
});

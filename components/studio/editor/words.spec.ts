import { describe, expect, test } from 'vitest';
import type { SaveState } from './saver';
import { stateWords, timeOf } from './state-words';
import { spaced } from './surface';

const now = new Date(2026, 10, 23, 15, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
const state = (change: Partial<SaveState>): SaveState => ({
  status: 'saved',
  savedAt: at(2026, 10, 23, 14, 3),
  message: '',
  kept: true,
  theirs: null,
  ...change,
});

test.each<[Partial<SaveState>, string]>([
  [{}, 'Saved 14:03'],
  [{ status: 'waiting' }, 'Saving …'],
  [{ status: 'saving' }, 'Saving …'],
  [{ status: 'offline' }, 'Not saved: offline, kept on this device'],
  [
    { status: 'failed', message: 'Too many requests. Wait a moment.' },
    'Not saved: Too many requests. Wait a moment, kept on this device',
  ],
  [{ status: 'signed-out' }, 'Not saved: you are signed out, kept on this device'],
  [{ status: 'conflict' }, 'Not saved: somebody else saved meanwhile, kept on this device'],
])('the state %j reads %s', (change, words) => {
  expect(stateWords(state(change), now)).toBe(words);
});

test('that nothing is kept is said', () => {
  expect(stateWords(state({ status: 'offline', kept: false }), now)).toMatch(/no room to keep it/);
});

test('a time has its day where it is not today, and its year where it is not this one', () => {
  expect(timeOf(at(2026, 10, 22, 9, 5), now)).toBe('22 Nov, 09:05');
  expect(timeOf(at(2025, 10, 22, 9, 5), now)).toBe('22 Nov 2025, 09:05');
});

describe('a block is put between empty lines', () => {
  test.each([
    ['', '', 'X\n'],
    ['Words.', '', '\n\nX\n'],
    ['Words.\n', 'More.', '\nX\n\n'],
    ['Words.\n\n', '\nMore.', 'X\n'],
    ['Words.\n\n', '\n\nMore.', 'X'],
  ])('%j | %j', (before, after, written) => {
    expect(spaced(before, 'X', after)).toBe(written);
  });
});

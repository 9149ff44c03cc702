import { expect, test } from 'vitest';
import { type CompletesBy, satisfies, viewKey } from './evidence';

const viewed = { kind: 'viewed', correct: null } as const;
const wrong = { kind: 'answered', correct: false } as const;
const right = { kind: 'answered', correct: true } as const;

test.each<[CompletesBy, boolean[]]>([
  ['viewed', [true, true, true]],
  ['answered', [false, true, true]],
  ['passed', [false, false, true]],
])('a block that completes by "%s" asks for no less', (rule, expected) => {
  expect([viewed, wrong, right].map((row) => satisfies(rule, row))).toEqual(expected);
});

test('an answer that was never marked passes nothing', () => {
  expect(satisfies('passed', { kind: 'answered', correct: null })).toBe(false);
});

test('a view of a block has one key, of its lesson', () => {
  expect(viewKey('one', 'opening')).toBe(viewKey('one', 'opening'));
  expect(viewKey('one', 'opening')).not.toBe(viewKey('two', 'opening'));
});

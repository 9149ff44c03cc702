import { expect, test } from 'vitest';
import { isBlank } from './answer-forms';

test.each([[[]], [['']], [['', ' ', '\n']]])('%j is no answer at all', (answer) => {
  expect(isBlank(answer)).toBe(true);
});

test('an answer that gives one thing of many is not blank', () => {
  expect(isBlank(['', 'b', ''])).toBe(false);
});

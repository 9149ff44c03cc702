import { expect, test } from 'vitest';
import { mostTries, triesLeft } from './tries';

test('what is wrong uses up a try, and what is our own failure uses up none', () => {
  expect(triesLeft([])).toBe(mostTries);
  expect(triesLeft(['learner-error', 'system-error', 'learner-error'])).toBe(mostTries - 2);
  expect(triesLeft(Array(mostTries + 5).fill('learner-error'))).toBe(0);
});

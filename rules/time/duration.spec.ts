import { expect, test } from 'vitest';
import { hoursAndMinutes } from './duration';

test.each([
  [0, '0 min'],
  [45, '45 min'],
  [60, '1 h'],
  [120, '2 h'],
  [220, '3 h 40 min'],
])('%d minutes read "%s"', (minutes, words) => {
  expect(hoursAndMinutes(minutes)).toBe(words);
});

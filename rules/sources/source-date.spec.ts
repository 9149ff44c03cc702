import { expect, test } from 'vitest';
import { formatSourceDate } from './source-date';

test.each([
  ['2019-10-25', '25 Oct 2019'],
  ['2019-10', 'Oct 2019'],
  ['2019', '2019'],
  ['about 2019', 'about 2019'],
  ['', ''],
])('the date %j reads %j', (date, words) => {
  expect(formatSourceDate(date)).toBe(words);
});

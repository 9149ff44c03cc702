import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('how-a-standard-is-made');

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The two conditions of a draft International Standard. */
const passes = (yes: number, no: number, othersYes: number, othersNo: number): boolean =>
  yes / (yes + no) >= 2 / 3 && (no + othersNo) / (yes + no + othersYes + othersNo) <= 1 / 4;

test('the ballot of the lesson has its two thirds and fails', () => {
  const python = passes(16, 5, 10, 6) ? 'True' : 'False';
  says(
    `${percent(16 / 21)} ${percent(11 / 37)}\n${python}\n`,
    'So 16 of 21 are',
    '11 of 37 are against',
    'two of the eleven opponents',
  );
  says(`9 of 37 is ${(100 * (9 / 37)).toFixed(1)} per cent`);
  if (!passes(16, 5, 12, 4) || !passes(18, 3, 10, 6))
    throw new Error('two changed votes would not be enough');
});

test('the ballots of the questions, and that on WAPI', () => {
  says(
    `answer="${Math.floor(28 / 4)}"`,
    `With eight the share would be ${(100 * (8 / 28)).toFixed(1)} per cent`,
  );
  says(`with ${100 * (14 / 20)} per cent, the second is not: ${(100 * (8 / 30)).toFixed(1)} per cent`);
  if (passes(14, 6, 8, 2)) throw new Error('the ballot of the question passes');
  says(`Of 25 votes ${100 * (8 / 25)} per cent were in favour`);
});

test('the days between', () => {
  says(`${days('2018-01-12', '2023-05-23').toLocaleString('en')} days after that report`);
  says(`it met ${days('2019-10-24', '2021-10-29')} days after it`);
  says(`${12 + 7} months before the speech`);
});

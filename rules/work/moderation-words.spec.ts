import { expect, test } from 'vitest';
import {
  differenceInWords,
  kappaInWords,
  moderationInWords,
  oneGrader,
  stageWords,
  strictnessInWords,
} from './moderation-words';

test('what a learner reads of it names the share and the threshold', () => {
  expect(moderationInWords({ share: 20, apart: 15 })).toBe(
    '20 of 100 works, drawn by lot, are graded by two people who do not see each other’s grading; more than 15 percentage points apart, another decides',
  );
  expect(moderationInWords({ share: 100, apart: 15 })).toMatch(/^All works are graded by two/);
  expect(stageWords.peers).toMatch(/if they are too few/);
  expect(stageWords.apart).toMatch(/moderator decides/);
  expect(oneGrader).toMatch(/Only one person/);
});

test.each([
  [9, 0.9, 'too few (under 10)'],
  [10, null, 'all the same level'],
  [10, 0.81, '0.81, very good'],
  [10, 0.8, '0.80, good'],
  [10, 0.5, '0.50, moderate'],
  [10, 0.3, '0.30, fair'],
  [10, -0.001, '0.00, slight or none'],
])('a kappa of %i pairs, %s, is called "%s"', (pairs, kappa, words) => {
  expect(kappaInWords({ pairs, kappa, exact: 0, difference: 0 })).toBe(words);
});

test('differences and strictness in words', () => {
  const of = (difference: number | null) => ({ pairs: 3, exact: 0, difference, kappa: null });
  expect([null, 1, 0.25].map((one) => differenceInWords(of(one)))).toEqual([
    'none yet',
    '1.0 point',
    '0.3 points',
  ]);
  const strict = (against: number | null) => strictnessInWords({ grader: 'a', works: 5, against });
  expect([null, 0.04, -10, 2.5].map(strict)).toEqual([
    'too few (under 5)',
    'as much as others',
    '10.0 percentage points less than others',
    '2.5 percentage points more than others',
  ]);
});

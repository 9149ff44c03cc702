import { expect, test } from 'vitest';
import { questions, walk } from '@/kinds/labs/need/tree';
import { lesson } from './lesson';

const { says } = lesson('when-consortia-die');

/** In how many percent of cases all of so many parties are there, if each is with the same chance. */
const all = (chance: number, parties: number): string => (100 * chance ** parties).toFixed(1);

test('what partial membership leaves of complete records', () => {
  says(
    `| 60 % | ${all(0.6, 5)} % | ${all(0.6, 10)} % |`,
    `0.6 × 0.6 × 0.6 × 0.6 × 0.6 = ${all(0.6, 5)} percent`,
    `0.6 × 0.6 = ${0.6 ** 2}`,
    `| 90 % | ${all(0.9, 5)} % | ${all(0.9, 10)} % |`,
    `| 99 % | ${all(0.99, 5)} % | ${all(0.99, 10)} % |`,
    `answer="${all(0.8, 3)}"`,
  );
  expect(Math.round(1 / 0.6 ** 5)).toBe(13);
  expect(Math.round(100 * 0.6 ** 5)).toBe(8);
  says('one container in thirteen', '60 percent membership makes 8 percent complete records');
});

test('the ways through the tree, and how many exits lead to no blockchain', () => {
  expect(walk(['yes', 'no'])).toMatchObject({ end: 'none' });
  expect(walk(['yes', 'yes', 'yes'])).toMatchObject({ end: 'none' });
  expect(walk(['yes', 'yes', 'no', 'yes', 'no', 'no'])).toMatchObject({ end: 'private' });
  expect(questions.filter(({ to }) => to === 'none')).toHaveLength(4);
  says('Four of the exits lead to no blockchain.');
});

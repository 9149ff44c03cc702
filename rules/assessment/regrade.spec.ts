import { expect, test } from 'vitest';
import { hardestFirst, regradeCounts } from './regrade';

const change = (name: string, before: number, after: number, more: object = {}) => ({
  name,
  before: { share: before, passed: before >= 50 },
  after: { share: after, passed: after >= 50 },
  told: true,
  overridden: false,
  ...more,
});
const all = [
  change('Up', 10, 20),
  change('Gains', 40, 60),
  change('Falls', 90, 80, { told: false }),
  change('Loses', 60, 40, { overridden: true, told: false }),
  change('Same', 70, 70),
  change('Also up', 20, 30),
  change('Also falls', 90, 80),
];

test('a regrade is counted by what it does to learners', () => {
  expect(regradeCounts(all)).toEqual({
    up: 3,
    down: 3,
    passGained: 1,
    passLost: 1,
    told: 5,
    overridden: 1,
  });
  expect(regradeCounts([])).toEqual({ up: 0, down: 0, passGained: 0, passLost: 0, told: 0, overridden: 0 });
});

test('who loses most is read first, then who gains most', () => {
  expect(hardestFirst(all).map(({ name }) => name)).toEqual([
    'Loses',
    'Also falls',
    'Falls',
    'Gains',
    'Also up',
    'Up',
    'Same',
  ]);
});

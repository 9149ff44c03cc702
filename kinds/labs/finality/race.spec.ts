import { expect, test } from 'vitest';
import { safeDepth, standings } from './race';

test('both branches are counted from the payment on', () => {
  expect(standings('hah')).toEqual([
    { honest: 0, attacker: 0 },
    { honest: 1, attacker: 0 },
    { honest: 1, attacker: 1 },
    { honest: 2, attacker: 1 },
  ]);
});

test.each([
  ['hhhh', 1],
  ['hahhahh', 2],
  ['hhaahh', 3],
  ['aahhh', 3],
  ['aahhhaa', 4],
])('in %s the goods are safe from depth %i on', (race, depth) => {
  expect(safeDepth(race)).toBe(depth);
});

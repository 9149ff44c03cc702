import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { besideWay, placeOf, wayFrom } from './beside';
import { levelsOf, pathOf } from './tree';

const levels = levelsOf('apart', [...'abcdefgh'].map(utf8ToBytes));
const digest = (level: number, at: number) => levels[level]?.[at] ?? '';

test('the way from a node goes up to the root', () => {
  expect(wayFrom({ level: 0, at: 5 }, 3)).toEqual([
    { level: 0, at: 5 },
    { level: 1, at: 2 },
    { level: 2, at: 1 },
    { level: 3, at: 0 },
  ]);
});

test('each line of a proof is told what it is, and of a right one nothing else', () => {
  const from = { level: 0, at: 5 };
  expect(besideWay(levels, from, pathOf(levels, 5)).map(({ is }) => is)).toEqual(['right', 'right', 'right']);
  const odd = [digest(1, 3), digest(1, 2), digest(0, 0), 'nonsense', digest(0, 4)];
  expect(besideWay(levels, from, odd).map(({ is }) => is)).toEqual([
    'other line',
    'on the way',
    'elsewhere',
    'unknown',
    'other line',
  ]);
  expect(placeOf(levels, digest(2, 1))).toEqual({ level: 2, at: 1 });
});

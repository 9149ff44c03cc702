import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactPercent, exactPoints, readPercent } from './percent';

test('a share is told exactly, without noughts that say nothing', () => {
  expect([0, 1, 10, 666_666, 500_000, 1_000_000].map(exactPercent)).toEqual([
    '0',
    '0.0001',
    '0.001',
    '66.6666',
    '50',
    '100',
  ]);
  expect([0, 12_500_000, 100_000_000, 1].map(exactPoints)).toEqual(['0', '12.5', '100', '0.000001']);
});

test('a percent is read with a point or a comma, with or without its sign', () => {
  expect(['85', '66.6666', '66,5', ' 100 % ', '100.0000', '0', '８５'].map(readPercent)).toEqual([
    850_000, 666_666, 665_000, 1_000_000, 1_000_000, 0, 850_000,
  ]);
});

test('what is no percent is none', () => {
  for (const raw of ['', '-1', '100.0001', '101', '1e2', '66.66666', '1.', '.5', 'A', '1 000', '=1'])
    expect(readPercent(raw)).toBeNull();
});

test('every share is read as it is told', () => {
  fc.assert(fc.property(fc.nat(1_000_000), (share) => readPercent(exactPercent(share)) === share));
});

import { describe, expect, test } from 'vitest';
import { attacks, depthFor, risk } from './risk';

// Bitcoin: A Peer-to-Peer Electronic Cash System, section 11, "Running some results".
const tenPercent = [
  [0, 1.0],
  [1, 0.2045873],
  [2, 0.0509779],
  [3, 0.0131722],
  [4, 0.0034552],
  [5, 0.0009137],
  [6, 0.0002428],
  [7, 0.0000647],
  [8, 0.0000173],
  [9, 0.0000046],
  [10, 0.0000012],
] as const;
const thirtyPercent = [
  [0, 1.0],
  [5, 0.1773523],
  [10, 0.0416605],
  [15, 0.0101008],
  [20, 0.0024804],
  [25, 0.0006132],
  [30, 0.0001522],
  [35, 0.0000379],
  [40, 0.0000095],
  [45, 0.0000024],
  [50, 0.0000006],
] as const;

describe('how likely an attacker catches up', () => {
  test.each(tenPercent)('with a tenth of the power, %i blocks deep', (depth, p) => {
    expect(risk(10, depth)).toBe(Math.round(p * attacks));
  });

  test.each(thirtyPercent)('with three tenths of the power, %i blocks deep', (depth, p) => {
    expect(risk(30, depth)).toBe(Math.round(p * attacks));
  });

  // The same section, "Solving for P less than 0.1%".
  test.each([
    [10, 5],
    [15, 8],
    [20, 11],
    [25, 15],
    [30, 24],
    [35, 41],
    [40, 89],
    [45, 340],
  ])('with %i percent, the paper waits %i blocks for less than one in a thousand', (share, depth) => {
    expect(risk(share, depth)).toBeLessThan(attacks / 1000);
    expect(risk(share, depth - 1)).toBeGreaterThanOrEqual(attacks / 1000);
    if (depth <= 60) expect(depthFor(share, attacks / 1000)).toBe(depth);
  });

  test('with half of the power it is certain, however deep', () => {
    expect([50, 51, 99].map((share) => risk(share, 60))).toEqual([attacks, attacks, attacks]);
  });
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lowestBid, rulingOf } from './rules';
import { bareSeal, seal } from './seal';
import { type TenderTask, tenderTask } from './task';
import { when } from './when';

const salt = '000102030405060708090a0b0c0d0e0f';

test('a seal is the fingerprint of bid, salt and tender: the small example of the words', () => {
  expect(seal(1200, salt, 'T-77')).toMatch(/^7778b198.*c19d$/);
  expect(seal(1100, salt, 'T-77')).toMatch(/^d5a11544.*c95f$/);
  expect([1000, 1100, 1200].map((bid) => bareSeal(bid, 'T-76').slice(0, 8))).toEqual([
    '5ffbb3f5',
    'b6530b49',
    'b004a883',
  ]);
});

test('the first rule that is broken decides', () => {
  const committed = (firm: string, at: number, bid: number) => ({ firm, at, digest: seal(bid, salt, 'T') });
  const revealed = (firm: string, at: number, bid: number) => ({ firm, at, bid, salt });
  const task: TenderTask = {
    tender: 'T',
    bid: 1,
    opens: 0,
    deadline: 10,
    close: 20,
    commitments: [
      committed('in time', 10, 500),
      committed('too late', 11, 400),
      committed('copier', 10.5, 500),
      committed('early copier', 10, 700),
      committed('other', 3, 600),
    ],
    reveals: [
      revealed('in time', 20, 500),
      revealed('too late', 12, 400),
      revealed('copier', 20, 500),
      revealed('other', 15, 550),
      revealed('other', 16, 600),
      revealed('nobody', 15, 100),
      revealed('early copier', 21, 700),
    ],
    old: { tender: '', firm: '', digest: '', bids: { least: 0, step: 1, count: 1 } },
  };
  expect(task.reveals.map((one) => rulingOf(task, one))).toEqual([
    'counts',
    'late',
    'late',
    'closed',
    'second',
    'late',
    'late',
  ]);
  expect(lowestBid(task)).toBe(500);
});

test('in every task each verdict is there, and the lowest bid of all does not count', () => {
  for (let learner = 0; learner < 100; learner += 1) {
    const task = tenderTask(new Uint8Array(createHash('sha256').update(`${learner}`).digest()));
    const { reveals, commitments } = task;
    expect([...new Set(reveals.map((one) => rulingOf(task, one)))].sort()).toEqual(
      ['late', 'copied', 'second', 'closed', 'counts'].sort(),
    );
    expect([reveals.length, commitments.length]).toEqual([9, 8]);
    expect(Math.min(...reveals.map(({ bid }) => bid))).toBeLessThan(lowestBid(task));
    for (const { firm, at } of reveals)
      expect(commitments.find((one) => one.firm === firm)?.at).toBeLessThan(at);
  }
});

test('times are read by people', () => {
  expect([0, 1439, 1440, 3605].map(when)).toEqual([
    'day 1, 00:00',
    'day 1, 23:59',
    'day 2, 00:00',
    'day 3, 12:05',
  ]);
});

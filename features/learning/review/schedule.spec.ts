import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '@/rules/review/days';
import { type LoggedReview, type Memory, replayed } from '@/rules/review/memory';
import { ratings } from '@/rules/review/ratings';
import { nextMemory } from './schedule';

const rating = fc.constantFrom(...ratings);
const start = '2026-11-26';
/** Reviews of one card, each so many days after the one before. */
const reviews = fc.array(fc.record({ rating, after: fc.integer({ min: 0, max: 900 }) }), {
  minLength: 1,
  maxLength: 30,
});

function lived(done: readonly { rating: LoggedReview['rating']; after: number }[]) {
  let [memory, on]: [Memory | null, string] = [null, start];
  const log: LoggedReview[] = [];
  const days: [reviewed: string, due: string][] = [];
  for (const [index, { rating: said, after }] of done.entries()) {
    on = addDays(on, after);
    memory = nextMemory(memory, said, on);
    log.push({ id: index + 1, rating: said, on, replaces: null });
    days.push([on, memory.dueOn]);
  }
  return { memory, log, days };
}

describe('a card that was reviewed', () => {
  test('is due after that day, and within a year', () => {
    fc.assert(
      fc.property(reviews, (done) => {
        for (const [on, due] of lived(done).days) {
          expect(daysBetween(on, due)).toBeGreaterThanOrEqual(1);
          expect(daysBetween(on, due)).toBeLessThanOrEqual(365);
        }
      }),
    );
  });

  test('is remembered the same however often its log is replayed, also from JSON', () => {
    fc.assert(
      fc.property(reviews, (done) => {
        const { memory, log } = lived(done);
        expect(replayed(log, nextMemory)).toEqual(memory);
        expect(replayed(JSON.parse(JSON.stringify(log)), nextMemory)).toEqual(memory);
      }),
    );
  });

  test('comes back the later the better it was known', () => {
    fc.assert(
      fc.property(reviews, (done) => {
        const { memory, days } = lived(done);
        const on = days.at(-1)?.[1] ?? start;
        const [again, hard, good, easy] = ratings.map((said) => nextMemory(memory, said, on).dueOn);
        expect([again, hard, good, easy]).toEqual([again, hard, good, easy].sort());
      }),
    );
  });

  test('and was said to have been harder than it was marked, is as if that had been said at once', () => {
    fc.assert(
      fc.property(reviews, rating, rating, (done, marked, said) => {
        const { memory, log } = lived(done);
        const on = addDays(log.at(-1)?.on ?? start, 3);
        const first = { id: 100, rating: marked, on, replaces: null };
        const better = { id: 101, rating: said, on, replaces: 100 };
        expect(replayed([...log, first, better], nextMemory)).toEqual(nextMemory(memory, said, on));
      }),
    );
  });

  test('on a day that the clocks of another zone have again is no older than before', () => {
    const before = nextMemory(null, 'good', '2026-11-26');
    expect(nextMemory(before, 'good', '2026-11-25').dueOn > '2026-11-26').toBe(true);
  });
});

test('what is known at once comes back days later and later; what is missed comes tomorrow', () => {
  let memory = nextMemory(null, 'good', start);
  const waits = [daysBetween(start, memory.dueOn)];
  for (let round = 0; round < 4; round += 1) {
    const on = memory.dueOn;
    memory = nextMemory(memory, 'good', on);
    waits.push(daysBetween(on, memory.dueOn));
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(30);
  const missed = nextMemory(memory, 'again', memory.dueOn);
  expect(daysBetween(missed.reviewedOn, missed.dueOn)).toBeLessThan(8);
  expect(missed.lapses).toBe(1);
  expect(daysBetween(start, nextMemory(null, 'again', start).dueOn)).toBe(1);
});

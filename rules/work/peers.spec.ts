import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedInWords, peersInWords, weightInWords } from './peer-words';
import {
  nearness,
  nextReviewed,
  type PeerRules,
  peerScores,
  type Reviewable,
  reviewerState,
  reviewerWeight,
  wholeWeight,
} from './peers';
import type { Criterion } from './work';

const criterion = (id: string): Criterion => ({
  id,
  title: id,
  levels: [0, 1, 4].map((points) => ({ points, says: `${points}` })),
});
const rubric = [criterion('a'), criterion('b')];
const scores = fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }) });
const reviews = fc.array(fc.record({ scores, weight: fc.integer({ min: 0, max: wholeWeight }) }), {
  maxLength: 9,
});
const rules: PeerRules = { reviews: 3, least: 2, counts: false, hours: 48, samples: 1 };

describe('the weight of a reviewer', () => {
  test('is whole for the same scores, nothing for half way off, and the same for all without samples', () => {
    expect(nearness(rubric, { a: 2, b: 0 }, { a: 2, b: 0 })).toBe(wholeWeight);
    expect(nearness(rubric, { a: 0, b: 0 }, { a: 2, b: 0 })).toBe(500_000);
    expect(nearness(rubric, { a: 1, b: 0 }, { a: 0, b: 0 })).toBe(875_000);
    expect(nearness(rubric, { a: 9, b: 0 }, {})).toBe(wholeWeight);
    expect([[], [wholeWeight], [500_000], [750_000], [0, 400_000]].map(reviewerWeight)).toEqual([
      wholeWeight,
      wholeWeight,
      0,
      500_000,
      0,
    ]);
  });

  test('is from 0 to 1, and never falls where somebody comes nearer', () => {
    const near = fc.integer({ min: 0, max: wholeWeight });
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 3 }), near, (all, more) => {
        const nearer = all.map((one) => Math.min(wholeWeight, one + more));
        expect(reviewerWeight(nearer)).toBeGreaterThanOrEqual(reviewerWeight(all));
        expect(reviewerWeight(all)).toBeGreaterThanOrEqual(0);
        expect(reviewerWeight(nearer)).toBeLessThanOrEqual(wholeWeight);
      }),
    );
    fc.assert(
      fc.property(scores, scores, (own, author) => {
        expect(nearness(rubric, own, author)).toBe(nearness(rubric, author, own));
        expect(nearness(rubric, own, author)).toBeLessThanOrEqual(nearness(rubric, author, author));
      }),
    );
  });
});

describe('what reviews come to', () => {
  const of = (level: number, weight = wholeWeight) => ({ scores: { a: level, b: level }, weight });

  test('is nothing of too few, nor of reviews that weigh nothing or are not whole', () => {
    expect(peerScores(rubric, [], 0)).toBeNull();
    expect(peerScores(rubric, [of(2)], 2)).toBeNull();
    expect(peerScores(rubric, [of(2), of(2, 0)], 2)).toBeNull();
    expect(peerScores(rubric, [of(2), { scores: { a: 1 }, weight: 9 }], 2)).toBeNull();
  });

  test('is the weighted median, which one far off does not move', () => {
    expect(peerScores(rubric, [of(2), of(2), of(0)], 2)).toEqual({ a: 2, b: 2 });
    expect(peerScores(rubric, [of(0), of(2)], 2)).toEqual({ a: 0, b: 0 });
    expect(peerScores(rubric, [of(0, 100_000), of(1, 100_000), of(2)], 2)).toEqual({ a: 2, b: 2 });
  });

  test('is within what was given, and the same in whatever order', () => {
    fc.assert(
      fc.property(reviews, (all) => {
        const found = peerScores(rubric, all, 1);
        const counted = all.filter(({ weight }) => weight > 0);
        expect(found === null).toBe(counted.length === 0);
        expect(peerScores(rubric, [...all].reverse(), 1)).toEqual(found);
        for (const id of ['a', 'b'] as const) {
          const given = counted.map((one) => one.scores[id]);
          if (found) expect(given).toContain(found[id]);
        }
      }),
    );
  });
});

describe('which work is reviewed next', () => {
  test('is none of none, else one with the fewest reviews, the next after one’s own of these', () => {
    const mine = (at: number, id = 'm') => ({ id, at });
    expect(nextReviewed([], mine(0))).toBeNull();
    const work = (id: string, reviewed: number, at: number): Reviewable => ({ id, reviews: reviewed, at });
    expect(nextReviewed([work('a', 1, 1), work('b', 0, 3), work('c', 0, 2)], mine(9))?.id).toBe('c');
    expect(nextReviewed([work('b', 0, 3), work('c', 0, 2)], mine(2, 'c1'))?.id).toBe('b');
    expect(nextReviewed([work('b', 0, 1), work('a', 0, 1)], mine(0))?.id).toBe('a');
    expect(nextReviewed([work('a', 0, 1), work('b', 0, 1)], mine(0))?.id).toBe('a');
    // Handed in in the same moment, they are a ring all the same.
    expect(nextReviewed([work('a', 0, 1), work('z', 0, 1)], mine(1))?.id).toBe('z');
    expect(nextReviewed([work('a', 0, 1), work('b', 0, 1)], mine(1))?.id).toBe('a');
  });

  test('spreads reviews evenly: always one of the fewest that there are for somebody, and in rounds never two apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 8 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 24 }),
        (people, asks) => {
          const counts = new Map(Array.from({ length: people }, (_, at) => [`${at}`, 0]));
          const given = new Set<string>();
          for (const ask of asks) {
            const own = `${ask % people}`;
            const open = [...counts].filter(([id]) => id !== own && !given.has(`${own} ${id}`));
            const next = nextReviewed(
              open.map(([id, n]) => ({ id, reviews: n, at: Number(id) })),
              { id: own, at: Number(own) },
            );
            if (!next) continue;
            expect(next.id).not.toBe(own);
            // No work that this reviewer could have had has fewer.
            expect(next.reviews).toBe(Math.min(...open.map(([, n]) => n)));
            given.add(`${own} ${next.id}`);
            counts.set(next.id, next.reviews + 1);
          }
        },
      ),
    );
    // In rounds, where each asks once and then once more.
    for (const people of [4, 5, 9]) {
      const counts = Array.from({ length: people }, () => 0);
      const given = new Set<string>();
      for (let ask = 0; ask < people * 2; ask += 1) {
        const own = ask % people;
        const open = counts.flatMap((n, id) =>
          id === own || given.has(`${own} ${id}`) ? [] : [{ id: `${id}`, reviews: n, at: id }],
        );
        const next = nextReviewed(open, { id: `${own}`, at: own });
        given.add(`${own} ${next?.id}`);
        counts[Number(next?.id)] = (next?.reviews ?? 0) + 1;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }
  });
});

test('a reviewer scores samples, then reviews one after the other, and is done', () => {
  const state = (of: Parameters<typeof reviewerState>[1]) => reviewerState(rules, of);
  expect(state({ scored: 0, holds: false, finished: 0 })).toBe('samples');
  expect(state({ scored: 1, holds: false, finished: 2 })).toBe('may-take');
  expect(state({ scored: 1, holds: true, finished: 2 })).toBe('reviewing');
  expect(state({ scored: 1, holds: false, finished: 3 })).toBe('done');
});

test('the rules say who reviews, what it is for, and what becomes of too few', () => {
  const words = Object.fromEntries(peersInWords(rules));
  expect(words['You review']).toMatch(/^3 works of others .* scored 1 sample\. .* for 48 hours$/);
  expect(words['You are reviewed']).toMatch(
    /advice to your grader; with fewer than 2, .* without them\. You read their reviews/,
  );
  const counting = Object.fromEntries(peersInWords({ ...rules, reviews: 1, samples: 0, counts: true }));
  expect(counting['You review']).toMatch(/^1 work of others by the same rubric, once you have handed in\. /);
  expect(counting['You are reviewed']).toMatch(/What 2 reviews or more come to is your grade/);
  expect(counting['You are reviewed']).not.toMatch(/nearer/);
  expect(countedInWords(rules)).toMatch(
    /the level in the middle, where .* scores of the samples\. No grader/,
  );
  expect(countedInWords({ ...rules, samples: 0 })).toMatch(/the level in the middle\. No grader/);
  expect(weightInWords(0)).toMatch(/weigh nothing/);
  expect(weightInWords(750_000)).toBe('Your reviews weigh 75 %');
});

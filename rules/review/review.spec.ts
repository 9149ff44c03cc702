import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, whenWords } from './days';
import { type LoggedReview, replayed, standingReviews } from './memory';
import { mayRate, ratingOf, ratings } from './ratings';
import { type Card, daysReview, isDue, perDayChoices, reviewMinutes } from './selection';

const today = '2026-11-26';
const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  source: 'question',
  dueOn: today,
  reviewedOn: null,
  asideOn: null,
  today,
  ...more,
});
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));
const someCards = fc
  .array(
    fc.record({
      source: fc.constantFrom<Card['source']>('question', 'term'),
      dueOn: day,
      reviewedOn: fc.option(day),
      asideOn: fc.option(fc.constantFrom(today, addDays(today, -1))),
    }),
    { maxLength: 80, size: 'max' },
  )
  .map((list) => list.map((more, index) => card(String(index).padStart(3, '0'), more)));
const perDay = fc.constantFrom(...perDayChoices);

describe('a day of review', () => {
  test('never asks more cards than the learner chose, whatever has come together', () => {
    fc.assert(
      fc.property(someCards, perDay, (cards, most) => {
        const { cards: asked, done, rest } = daysReview(cards, most);
        expect(asked.length).toBeLessThanOrEqual(Math.max(0, most - done));
        expect(asked.length + rest).toBe(cards.filter(isDue).length);
        expect(asked.every(isDue)).toBe(true);
      }),
    );
  });

  test('asks first what waits longest, and nothing that waits longer is left out for it', () => {
    fc.assert(
      fc.property(someCards, perDay, (cards, most) => {
        const { cards: asked } = daysReview(cards, most);
        const dates = asked.map(({ dueOn }) => dueOn);
        expect(dates).toEqual([...dates].sort());
        const left = cards.filter((one) => isDue(one) && !asked.includes(one));
        for (const one of left) expect(one.dueOn >= (dates.at(-1) ?? '')).toBe(true);
      }),
    );
  });

  test('is the same in whatever order the cards are read', () => {
    fc.assert(
      fc.property(someCards, perDay, (cards, most) => {
        expect(daysReview([...cards].reverse(), most)).toEqual(daysReview(cards, most));
      }),
    );
  });

  test('ends: each card reviewed today is gone from it, and none comes back the same day', () => {
    fc.assert(
      fc.property(someCards, perDay, (cards, most) => {
        let now = cards;
        let steps = 0;
        for (
          let { cards: asked } = daysReview(now, most);
          asked[0];
          { cards: asked } = daysReview(now, most)
        ) {
          const [next] = asked;
          now = now.map((one) =>
            one.id === next.id ? { ...one, reviewedOn: today, dueOn: addDays(today, 1) } : one,
          );
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('tells the day of the next card: the earliest to come, or tomorrow for what is due and waits', () => {
    const later = card('b', { dueOn: '2026-12-24' });
    expect(daysReview([later, card('c', { dueOn: '2026-12-01' })], 10).nextOn).toBe('2026-12-01');
    expect(daysReview([later, card('a')], 10).nextOn).toBe('2026-12-24');
    expect(daysReview([later, card('a', { asideOn: today })], 10).nextOn).toBe('2026-11-27');
    const many = Array.from({ length: 11 }, (_, index) => card(`d${index}`));
    expect(daysReview(many, 10)).toMatchObject({ rest: 1, nextOn: '2026-11-27' });
    expect(daysReview([card('a')], 10).nextOn).toBeNull();
  });

  test('leaves out what was put off today, and has it again tomorrow', () => {
    expect(isDue(card('a', { asideOn: today }))).toBe(false);
    expect(isDue(card('a', { asideOn: today, today: '2026-11-27' }))).toBe(true);
  });
});

test('minutes: a question takes three times as long as a term, and any review at least one minute', () => {
  expect(reviewMinutes([])).toBe(0);
  expect(reviewMinutes([{ source: 'term' }])).toBe(1);
  expect(reviewMinutes(Array.from({ length: 8 }, () => ({ source: 'question' as const })))).toBe(6);
  expect(reviewMinutes(Array.from({ length: 8 }, () => ({ source: 'term' as const })))).toBe(2);
});

describe('a rating', () => {
  test('of an answer that was marked is again or good', () => {
    expect([ratingOf(false), ratingOf(true)]).toEqual(['again', 'good']);
  });
  test('of a term is whatever the learner says', () => {
    expect(mayRate({ source: 'term', correct: null })).toEqual(ratings);
  });
  test('of a right answer can be how hard it was; a wrong one stays wrong', () => {
    expect(mayRate({ source: 'question', correct: true })).toEqual(['hard', 'good', 'easy']);
    expect(mayRate({ source: 'question', correct: false })).toEqual([]);
    expect(mayRate({ source: 'question', correct: null })).toEqual([]);
  });
});

describe('a log of reviews', () => {
  const row = (id: number, replaces: number | null, rating: LoggedReview['rating'] = 'good') => ({
    id,
    rating,
    on: today,
    replaces,
  });
  test('counts what replaces a review in the place of it, and what replaces that', () => {
    const log = [row(1, null), row(2, null), row(3, 1, 'easy'), row(4, 3, 'hard')];
    expect(standingReviews(log)).toEqual([row(4, 3, 'hard'), row(2, null)]);
  });
  test('without a review remembers nothing', () => {
    const step = () => {
      throw new Error('nothing to step over');
    };
    expect(replayed([], step)).toBeNull();
  });
  test('is gone through in its order', () => {
    const said: string[] = [];
    replayed([row(1, null, 'again'), row(2, null, 'easy')], (before, rating) => {
      said.push(`${before?.reps ?? 0} ${rating}`);
      return { stability: 1, difficulty: 1, reps: said.length, lapses: 0, reviewedOn: today, dueOn: today };
    });
    expect(said).toEqual(['0 again', '1 easy']);
  });
});

describe('a day', () => {
  test('and so many days later have so many days between them, over the end of a year and of summer time', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
  test('is said in words', () => {
    const words = [-3, 0, 1, 2, 14, 15].map((days) => whenWords(addDays(today, days), today));
    expect(words).toEqual(['today', 'today', 'tomorrow', 'in 2 days', 'in 14 days', 'on 11 December']);
  });
});

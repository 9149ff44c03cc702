import { describe, expect, test } from 'vitest';
import { backBy, escalatedFrom, lengthProblem, mayHandIn, promiseFrom, type WorkRules } from './work';

const rules: WorkRules = {
  form: 'text',
  words: { least: 5, most: 10 },
  turnaround: 7,
  anonymous: false,
  revisions: 0,
  rubric: [
    {
      id: 'a',
      title: 'A',
      levels: [
        { points: 0, says: 'No' },
        { points: 2, says: 'Yes' },
      ],
    },
  ],
};

describe('the length of a text', () => {
  test.each([
    [0, /nothing to hand in/],
    [4, /4 words, and at least 5/],
    [5, null],
    [10, null],
    [11, /11 words, and at most 10/],
  ])('of %i words', (count, problem) => {
    const said = lengthProblem(rules, count);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });
});

describe('work can be handed in', () => {
  const [out, back] = [
    { number: 1, back: false },
    { number: 1, back: true },
  ];
  test('once', () => {
    expect(mayHandIn(rules, [], false)).toBeNull();
    expect(mayHandIn(rules, [out], false)).toBe('work-handed-in');
    expect(mayHandIn(rules, [back], false)).toBe('work-handed-in');
  });
  test('anew when it is back, as often as the rules say', () => {
    const twice = { ...rules, revisions: 1 };
    expect(mayHandIn(twice, [out], false)).toBe('work-handed-in');
    expect(mayHandIn(twice, [back], false)).toBeNull();
    expect(mayHandIn(twice, [back, { number: 2, back: true }], false)).toBe('no-revisions-left');
  });
  test('until it closes', () => expect(mayHandIn(rules, [], true)).toBe('work-closed'));
});

describe('the promise', () => {
  test('is so many days later, at the same time of day by the clocks of the zone', () => {
    const handedIn = new Date('2026-10-20T10:00:00Z');
    expect(backBy(rules, handedIn, 'UTC').toISOString()).toBe('2026-10-27T10:00:00.000Z');
    expect(backBy(rules, handedIn, 'Europe/Berlin').toISOString()).toBe('2026-10-27T11:00:00.000Z');
  });
  test('is about to be broken when three quarters of its time are over', () => {
    const [from, to] = [new Date('2026-10-01T00:00:00Z'), new Date('2026-10-05T00:00:00Z')];
    expect(escalatedFrom(from, to).toISOString()).toBe('2026-10-04T00:00:00.000Z');
  });
  test('is both, from when something was handed in', () => {
    const [from, to] = [new Date('2026-10-01T00:00:00Z'), new Date('2026-10-05T00:00:00Z')];
    expect(promiseFrom({ turnaround: 4 }, from, 'UTC')).toEqual({
      backAt: to,
      escalateAt: new Date('2026-10-04T00:00:00.000Z'),
    });
  });
});

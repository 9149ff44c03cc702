import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswerTally,
  activeSeconds,
  answerFigures,
  cellsOf,
  lessonFigures,
  longestPause,
  misconceptionIn,
  shownStops,
} from './lesson-figures';

const at = (...seconds: number[]) => seconds.map((second) => new Date(second * 1000));

describe('active time', () => {
  test.each<[string, number[], number]>([
    ['nothing', [], 0],
    ['one instant', [100], 0],
    ['a run without pauses', [0, 60, 300], 300],
    ['a gap of ten minutes', [0, longestPause], 600],
    ['a gap a second longer', [0, longestPause + 1], 0],
    ['two sittings', [0, 300, 100_000, 100_120], 420],
    ['instants out of order', [300, 0, 60], 300],
  ])('of %s', (_title, seconds, expected) => {
    expect(activeSeconds(at(...seconds))).toBe(expected);
  });

  test('is never longer than from first to last, and the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1 }), (seconds) => {
        const active = activeSeconds(at(...seconds));
        expect(active).toBeGreaterThanOrEqual(0);
        expect(active).toBeLessThanOrEqual(Math.max(...seconds) - Math.min(...seconds));
        expect(activeSeconds(at(...[...seconds].reverse()))).toBe(active);
      }),
    );
  });
});

describe('the figures of a lesson', () => {
  test.each([
    [
      { completed: 20, open: 10, seconds: 754 },
      { started: 30, completed: 20, minutes: 13 },
    ],
    [
      { completed: 20, open: 2, seconds: 754 },
      { started: 22, completed: 'many', minutes: 13 },
    ],
    [
      { completed: 4, open: 20, seconds: 754 },
      { started: 24, completed: 'few', minutes: null },
    ],
    [
      { completed: 2, open: 1, seconds: 60 },
      { started: 'few', completed: 'few', minutes: null },
    ],
    [
      { completed: 5, open: 0, seconds: null },
      { started: 5, completed: 5, minutes: null },
    ],
    [
      { completed: 0, open: 0, seconds: null },
      { started: 0, completed: 0, minutes: null },
    ],
  ] as const)('%j', (tally, figures) => {
    expect(lessonFigures(tally)).toEqual(figures);
  });

  test('where people stop is shown beside exact figures, and protected by itself', () => {
    const plain = lessonFigures({ completed: 20, open: 30, seconds: null });
    expect(shownStops(plain, [20, 10, 0])).toEqual([20, 10, 0]);
    expect(shownStops(plain, [18, 9, 3])).toEqual([18, 'many', 'few']);
    expect(shownStops(plain, [26, 4])).toEqual(['many', 'few']);
    expect(shownStops(lessonFigures({ completed: 3, open: 30, seconds: null }), [20, 10])).toBeNull();
    expect(shownStops(lessonFigures({ completed: 1, open: 1, seconds: null }), [1])).toBeNull();
  });
});

describe('an edition beside all of them', () => {
  const editions = new Map([
    ['one', [50, 30]],
    ['two', [20, 10]],
    ['three', [7, 3]],
  ]);

  test('all together is their sum', () => {
    expect(cellsOf(editions, null)).toEqual({ cells: [77, 43], alone: false });
    expect(cellsOf(new Map(), null)).toEqual({ cells: [], alone: false });
    const uneven = new Map([...editions, ['four', [5]]]);
    expect(cellsOf(uneven, null)).toEqual({ cells: [82, 43], alone: false });
  });

  test('one is shown where no small group comes out of it or of the rest', () => {
    expect(cellsOf(editions, 'one')).toEqual({ cells: [50, 30], alone: true });
    expect(cellsOf(editions, 'two')).toBeNull();
    expect(cellsOf(editions, 'three')).toBeNull();
  });

  test('one that has all learners is shown like all together', () => {
    const only = new Map([
      ['one', [7, 3]],
      ['two', [0, 0]],
    ]);
    expect(cellsOf(only, 'one')).toEqual({ cells: [7, 3], alone: false });
    expect(cellsOf(only, 'two')).toEqual({ cells: [0, 0], alone: true });
  });

  test('one in which nobody learned is empty', () => {
    expect(cellsOf(editions, 'four')).toEqual({ cells: [0, 0], alone: true });
  });
});

describe('the figures of a question', () => {
  const tally = (changes: Partial<AnswerTally>): AnswerTally => ({
    right: 20,
    wrong: 10,
    again: 10,
    tries: 45,
    options: [10, 0],
    single: true,
    ...changes,
  });

  test('are exact where every group is large enough', () => {
    expect(answerFigures(tally({}))).toEqual({ answered: 30, right: 20, tries: 1.5, options: [10, 0] });
  });

  test('hide a wrong option that few chose, and what would give it away', () => {
    const few = answerFigures(tally({ wrong: 12, options: [9, 3], again: 12 }));
    expect(few).toEqual({ answered: 32, right: 20, tries: 1.4, options: ['many', 'few'] });
  });

  test('hide the tries where few needed a second one', () => {
    expect(answerFigures(tally({ again: 3 })).tries).toBeNull();
    expect(answerFigures(tally({ again: 27 })).tries).toBeNull();
    expect(answerFigures(tally({ again: 0, tries: 30 })).tries).toBe(1);
  });

  test('say nothing of few people but that they are few', () => {
    const few = tally({ right: 2, wrong: 1, again: 0, tries: 3, options: [1, 0] });
    const nothing = { answered: 'few', right: 'few', tries: null, options: ['few', 'few'] };
    expect(answerFigures(few)).toEqual(nothing);
    expect(answerFigures({ ...few, single: false })).toEqual(nothing);
  });

  test('of nobody are nought', () => {
    const nobody = tally({ right: 0, wrong: 0, again: 0, tries: 0, options: [0, 0] });
    expect(answerFigures(nobody)).toEqual({ answered: 0, right: 0, tries: null, options: [0, 0] });
  });

  test('take each option by itself where several may be chosen', () => {
    const several = (changes: Partial<AnswerTally>) => answerFigures(tally({ single: false, ...changes }));
    expect(several({ options: [10, 8] })).toMatchObject({ answered: 30, right: 20, options: [10, 8] });
    expect(several({ options: [10, 2] }).options).toEqual([10, 'few']);
    // All but two of them: the two would be given away.
    expect(several({ right: 0, wrong: 30, options: [28] }).options).toEqual(['many']);
    // Of seven, "5 or more" leaves one or two.
    expect(several({ right: 0, wrong: 7, options: [6] }).options).toEqual([null]);
    // The whole is hidden already.
    expect(several({ right: 1, wrong: 5, options: [5, 0] })).toMatchObject({
      answered: 'many',
      options: ['many', 0],
    });
  });
});

test('a misconception is what stands out at the head of the feedback', () => {
  expect(misconceptionIn('<p><strong>A study session makes law.</strong> It sets attention.</p>')).toBe(
    'A study session makes law',
  );
  expect(misconceptionIn('<p>Not so.</p>')).toBe('<p>Not so.</p>');
});

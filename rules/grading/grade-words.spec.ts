import { expect, test } from 'vitest';
import { gradeActionWords, gradeLines } from './grade-words';
import { gradeActions } from './grades';

const rule = {
  counts: 'best' as const,
  attempt: 2,
  attempts: 3,
  marked: { earned: 8_500_000, possible: 10_000_000 },
};
const told = { final: 850_000, override: null, overrideReason: '' };

test('a grade says which attempt counts, and what it earned', () => {
  expect(gradeLines({ ...told, rule })).toEqual([
    {
      what: 'Attempt 2 of 3',
      numbers: '8.5 of 10 points',
      why: 'As it was marked; of several attempts the best counts',
    },
    { what: 'By the rules', numbers: '85 %', why: 'Rounded down' },
  ]);
  expect(gradeLines({ ...told, rule: { ...rule, attempt: 1, attempts: 1 } })[0]?.why).toBe(
    'As it was marked',
  );
});

test('corrections, being late and what a person set are lines of their own', () => {
  const late = { perDay: 10, floor: 50, days: 1 };
  const corrected = { earned: 9_000_000, possible: 9_000_000 };
  const grade = {
    rule: { ...rule, corrected, late },
    final: 900_000,
    override: 950_000,
    overrideReason: 'Ill.',
  };
  expect(gradeLines(grade).slice(1)).toEqual([
    { what: 'Corrected', numbers: '9 of 9 points', why: 'Questions were put right after it was handed in' },
    {
      what: '1 day late',
      numbers: '90 % of it stay',
      why: 'Each day begun takes 10 %, and 50 % always stay',
    },
    { what: 'By the rules', numbers: '90 %', why: 'Rounded down' },
    { what: 'Set instead', numbers: '95 %', why: 'Ill.' },
  ]);
  const longer = gradeLines({ ...grade, rule: { ...rule, late: { perDay: 30, floor: 0, days: 9 } } });
  expect(longer[1]).toMatchObject({ what: '9 days late', numbers: '0 % of it stay' });
});

test('what hints took is a line of its own, and taken off already', () => {
  const words = (taken: number, took: number) =>
    gradeLines({ ...told, rule: { ...rule, hints: { taken, took } } })[1];
  expect(words(2, 300_000)).toEqual({
    what: '2 hints',
    numbers: '−0.3 points',
    why: 'Taken off already: what each cost was said before it was taken',
  });
  expect(words(1, 0)).toMatchObject({ what: '1 hint', numbers: '0 points', why: 'Nothing was taken off' });
});

test('a grade that was written down has a line alone', () => {
  expect(gradeLines({ rule: null, final: null, override: 700_000, overrideReason: '' })).toEqual([
    { what: 'Written down', numbers: '70 %', why: 'By a person' },
  ]);
  expect(gradeLines({ rule: null, final: null, override: null, overrideReason: '' })).toEqual([]);
});

test('every action of a history has words', () => {
  for (const action of gradeActions) expect(gradeActionWords[action]).toMatch(/^[A-Z]/);
});

test('of written work it says which version counts', () => {
  const work = { ...rule, of: 'work' as const };
  expect(gradeLines({ ...told, rule: work })[0]).toMatchObject({
    what: 'Version 2 of 3',
    why: 'As it was marked; of several versions the best counts',
  });
});

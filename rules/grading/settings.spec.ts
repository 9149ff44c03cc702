import { expect, test } from 'vitest';
import { columnId, type GradedThing, isColumn, itemsBy, usualGradebook } from './settings';

const quiz: GradedThing = {
  id: 'exam',
  title: 'Exam',
  kind: 'quiz',
  pass: 60,
  release: 'by-hand',
  gone: false,
};

test('an item without an entry counts in the first category, with 100 points', () => {
  expect(itemsBy(usualGradebook, [quiz])).toEqual([
    { ...quiz, category: 'all', points: 100, required: false },
  ]);
});

test('columns stand last, and an item of a category that is not there is in none', () => {
  const settings = {
    ...usualGradebook,
    columns: [{ id: '~1', title: 'Talk', release: 'at-once' as const }],
    items: { exam: { category: 'was', points: 5, required: true } },
  };
  expect(itemsBy(settings, [quiz])).toMatchObject([
    { id: 'exam', category: '', points: 5, required: true },
    { id: '~1', kind: 'column', pass: null, category: 'all' },
  ]);
  expect(itemsBy({ ...settings, categories: [] }, [])).toMatchObject([{ category: '' }]);
});

test('what the course has no more is asked of nobody', () => {
  const items = { exam: { category: 'all', points: 100, required: true } };
  expect(itemsBy({ ...usualGradebook, items }, [{ ...quiz, gone: true }])[0]?.required).toBe(false);
});

test('the id of a column is none of a lesson', () => {
  expect([columnId('1a'), isColumn('~1a'), isColumn('exam')]).toEqual(['~1a', true, false]);
});

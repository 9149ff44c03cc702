import { expect, test } from 'vitest';
import { type GradebookSettings, itemsBy, usualGradebook } from './settings';
import { readGradebookForm } from './settings-form';

const before: GradebookSettings = {
  categories: [
    { id: 'all', title: 'Everything', weight: 100, dropLowest: 0 },
    { id: 'talks', title: 'Talks', weight: 20, dropLowest: 0 },
  ],
  items: {},
  columns: [{ id: '~talk', title: 'A talk', release: 'at-once' }],
  pass: 70,
};
const quiz = (id: string) => ({
  id,
  title: id,
  kind: 'quiz' as const,
  pass: 60,
  release: 'at-once' as const,
  gone: false,
});
const things = [quiz('exam'), quiz('end')];
const asItIs = {
  pass: '70',
  'category-all-title': 'Everything',
  'category-all-weight': '100',
  'category-all-drop': '0',
  'category-talks-title': 'Talks',
  'category-talks-weight': '20',
  'category-talks-drop': '0',
  'column-~talk-title': 'A talk',
  'column-~talk-release': 'at-once',
  'item-exam-category': 'all',
  'item-exam-points': '100',
  'item-end-category': 'all',
  'item-end-points': '100',
  'item-~talk-category': 'talks',
  'item-~talk-points': '100',
};

function read(changes: Record<string, string>, used: string[] = [], from = before) {
  let made = 0;
  return readGradebookForm({
    fields: { ...asItIs, ...changes },
    before: from,
    items: itemsBy(from, things),
    used: new Set(used),
    fresh: () => `made${++made}`,
    freshColumn: () => `~made${++made}`,
  });
}

test('a form as it was made comes to the settings as they are, with every item said', () => {
  const usual = { category: 'all', points: 100, required: false };
  expect(read({}).settings).toEqual({
    ...before,
    items: { exam: usual, end: usual, '~talk': { ...usual, category: 'talks' } },
  });
  const nothing = readGradebookForm({
    fields: { 'category-all-title': 'Everything', 'category-all-weight': '1' },
    before: usualGradebook,
    items: itemsBy(usualGradebook, things),
    used: new Set(),
    fresh: () => 'new',
    freshColumn: () => '~new',
  });
  expect(nothing.settings?.items).toEqual({ exam: usual, end: usual });
});

test('rows for what is new make categories and columns', () => {
  const { settings } = read({
    'category-new1-title': '  Essays \t of 2026 ',
    'category-new1-weight': '３0',
    'column-new2-title': 'Seminar',
    'column-new2-release': 'by-hand',
  });
  expect(settings?.categories[2]).toEqual({
    id: 'made1',
    title: 'Essays of 2026',
    weight: 30,
    dropLowest: 0,
  });
  expect(settings?.columns[1]).toEqual({ id: '~made2', title: 'Seminar', release: 'by-hand' });
});

test('without its title a category or a column is taken away, but none that has grades or items', () => {
  const away = { 'category-talks-title': '', 'column-~talk-title': ' ' };
  expect(read(away).settings).toMatchObject({ categories: [{ id: 'all' }], columns: [] });
  expect(Object.keys(read(away).settings?.items ?? {})).toEqual(['exam', 'end']);
  expect(read(away, ['~talk']).problems).toHaveProperty(['column-~talk-title']);
  expect(read({ 'category-talks-title': '' }).problems).toHaveProperty(['item-~talk-category']);
});

test('numbers are whole and within limits', () => {
  const wrong = {
    pass: '101',
    'category-all-weight': '-1',
    'category-talks-drop': '51',
    'item-exam-points': '12.5',
    'item-end-points': 'many',
  };
  expect(Object.keys(read(wrong).problems ?? {}).sort()).toEqual(Object.keys(wrong).sort());
  expect(read({ 'item-exam-points': '' }).settings?.items.exam?.points).toBe(100);
});

test('something has to weigh something, and titles are told apart', () => {
  const titles = { 'category-all-title': '', 'category-talks-title': '' };
  expect(read(titles).problems).toHaveProperty('category-all-title');
  const weights = { 'category-all-weight': '0', 'category-talks-weight': '0' };
  expect(read(weights).problems).toHaveProperty('category-all-weight');
  expect(read({ 'category-talks-title': 'Everything' }).problems).toHaveProperty('category-talks-title');
  expect(read({ 'category-all-title': 'x'.repeat(81) }).problems).toHaveProperty('category-all-title');
});

test('where the lowest are dropped, all items are worth the same', () => {
  const drop = { 'category-all-drop': '1', 'item-exam-required': 'on' };
  expect(read(drop).settings?.items.exam?.required).toBe(true);
  expect(read({ ...drop, 'item-exam-points': '50' }).problems).toHaveProperty('category-all-drop');
  expect(read({ ...drop, 'item-exam-points': '0' }).problems).toBeNull();
});

test('there is an end to categories and columns', () => {
  const many = {
    ...before,
    categories: Array.from({ length: 20 }, (_, id) => ({
      id: `c${id}`,
      title: `C ${id}`,
      weight: 1,
      dropLowest: 0,
    })),
    columns: Array.from({ length: 50 }, (_, id) => ({
      id: `~${id}`,
      title: `T ${id}`,
      release: 'at-once' as const,
    })),
  };
  const fields = {
    ...Object.fromEntries(many.categories.map(({ id, title }) => [`category-${id}-title`, title])),
    ...Object.fromEntries(many.categories.map(({ id }) => [`category-${id}-weight`, '1'])),
    ...Object.fromEntries(many.columns.map(({ id, title }) => [`column-${id}-title`, title])),
    ...Object.fromEntries(itemsBy(many, things).map(({ id }) => [`item-${id}-category`, 'c0'])),
  };
  expect(read(fields, [], many).problems).toBeNull();
  const more = { ...fields, 'category-new1-title': 'More', 'column-new1-title': 'More' };
  expect(Object.keys(read(more, [], many).problems ?? {})).toEqual([
    'category-c0-title',
    'column-new1-title',
  ]);
});

import { expect, test } from 'vitest';
import {
  changeWords,
  gradeColumns,
  gradeColumnsProblem,
  itemHead,
  type ListedLearner,
  learnerKeys,
  planGrades,
} from './grade-list';

const items = [
  { id: 'exam', title: 'The exam' },
  { id: '~1a', title: 'A talk' },
  { id: 'twin', title: 'Twin' },
  { id: 'other', title: 'Twin' },
];
const learner = (id: string, externalId: string | null = null): ListedLearner => ({
  id,
  name: `Name ${id}`,
  email: `${id}@school.example`,
  externalId,
});
const known = (heads: string[], now: Record<string, number> = {}, contacts = true) => ({
  columns: gradeColumns(heads, items).columns,
  learners: new Map(
    [learner('ann', '7'), learner('bo')].flatMap((one) =>
      learnerKeys(one, contacts).map((key) => [key, one] as const),
    ),
  ),
  shareOf: (id: string, item: string) => now[`${id} ${item}`] ?? null,
});
const rows = (...cells: string[][]) => cells.map((one, index) => ({ line: index + 2, cells: one }));

test('columns are known by the ids of an export, by titles, and in two languages', () => {
  const heads = [
    'Enrollment',
    'External ID',
    '邮箱',
    'Name',
    'Exam was renamed [exam]',
    'a TALK',
    'So far',
    '',
  ];
  expect(gradeColumns(heads, items)).toEqual({
    columns: [
      { head: 'Enrollment', is: 'enrollment' },
      { head: 'External ID', is: 'externalId' },
      { head: '邮箱', is: 'email' },
      null,
      { head: 'Exam was renamed [exam]', is: 'item', id: 'exam' },
      { head: 'a TALK', is: 'item', id: '~1a' },
      null,
      null,
    ],
    unknown: [],
    twice: [],
  });
  expect(items.map(itemHead).map((head) => gradeColumns([head], items).columns[0])).toMatchObject(
    items.map(({ id }) => ({ is: 'item', id })),
  );
});

test('a head that names two items, or none, is not read', () => {
  expect(gradeColumns(['E-mail', 'Twin', 'Essay'], items).unknown).toEqual(['Twin', 'Essay']);
});

test('a list says who and what, each once', () => {
  const problem = (...heads: string[]) => gradeColumnsProblem(gradeColumns(heads, items));
  expect(problem('E-mail', 'The exam')).toBeNull();
  expect(problem('E-mail', 'The exam', 'Exam [exam]')).toContain('Two columns');
  expect(problem('Name', 'The exam')).toContain('who somebody is');
  expect(problem('E-mail', 'Essay')).toContain('No column is an item');
});

test('a row sets what differs, and leaves what is empty or the same', () => {
  const all = known(['E-mail', 'The exam', 'A talk'], { 'ann exam': 500_000 });
  const plan = planGrades(rows(['ANN@school.example', '50', '70,5'], ['bo@school.example', '', '']), all);
  expect(plan).toMatchObject([
    { line: 2, outcome: 'will-set', sets: [{ itemId: '~1a', share: 705_000 }], learner: { id: 'ann' } },
    { line: 3, outcome: 'already', sets: [] },
  ]);
});

test('a row with anything wrong does nothing, and says in which column', () => {
  const all = known(['Enrollment', 'External id', 'The exam', 'A talk']);
  const plan = planGrades(
    rows(
      ['ann', '7', '101', '50'],
      ['nobody', '', '50'],
      ['', '', '50'],
      ['bo', '7', '50'],
      ['bo', '', '50'],
      ['bo', '', '60'],
      ['bo'],
    ),
    all,
  );
  expect(plan.map(({ outcome }) => outcome)).toEqual([
    'rejected',
    'rejected',
    'rejected',
    'rejected',
    'will-set',
    'rejected',
    'rejected',
  ]);
  expect(plan.map(({ problems }) => problems[0])).toEqual([
    { column: 'The exam', why: expect.stringContaining('101') },
    { column: 'Enrollment', why: expect.stringContaining('Nobody') },
    { column: '', why: expect.stringContaining('does not say who') },
    { column: 'External id', why: 'This is Name ann, and another column says Name bo.' },
    undefined,
    { column: '', why: 'The same person stands in line 6 already.' },
    { column: '', why: 'The same person stands in line 6 already.' },
  ]);
});

test('whoever may not see addresses finds nobody by them', () => {
  const hidden = planGrades(rows(['ann@school.example', '50']), known(['E-mail', 'The exam'], {}, false));
  expect(hidden[0]?.outcome).toBe('rejected');
  const shown = planGrades(rows(['not an address', '50']), known(['E-mail', 'The exam']));
  expect(shown[0]?.outcome).toBe('rejected');
});

test('a change is told from and to', () => {
  expect([changeWords(null, 1), changeWords(500_000, 705_000)]).toEqual(['none → 0.0001', '50 → 70.5']);
});

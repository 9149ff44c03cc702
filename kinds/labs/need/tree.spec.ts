import { expect, test } from 'vitest';
import { kindsOfCase } from './cases';
import { type Answer, lastEnd, questions, walk } from './tree';

const answersOf = (path: string): Answer[] => [...path].map((answer) => (answer === 'y' ? 'yes' : 'no'));

test('the tree of Wüst and Gervais ends where theirs does', () => {
  const endOf = (path: string) => walk(answersOf(path)).end;
  expect(['n', 'yn', 'yyy', 'yynn', 'yynyy', 'yynyny', 'yynynn'].map((path) => [path, endOf(path)])).toEqual([
    ['n', 'none'],
    ['yn', 'none'],
    ['yyy', 'none'],
    ['yynn', 'permissionless'],
    ['yynyy', 'none'],
    ['yynyny', 'public'],
    ['yynynn', 'private'],
  ]);
  expect(lastEnd).toBe('private');
});

test('a way stops at its end, and at the first question that nobody answered', () => {
  expect(walk(['yes', 'no', 'no', 'no'])).toEqual({ answers: ['yes', 'no'], end: 'none' });
  expect(walk(['yes', '', 'no'])).toEqual({ answers: ['yes'], end: null });
  expect(walk(['maybe'])).toEqual({ answers: [], end: null });
  expect(walk([])).toEqual({ answers: [], end: null });
});

test('each case bears ways that end, with facts that it has', () => {
  const cases = kindsOfCase.flat();
  expect(cases).toHaveLength(10);
  for (const { id, facts, bears } of cases)
    for (const [path, deciding] of Object.entries(bears)) {
      expect([id, walk(answersOf(path)).answers.length, walk(answersOf(path)).end]).toEqual([
        id,
        path.length,
        expect.any(String),
      ]);
      expect(deciding.length).toBeGreaterThan(0);
      expect(Object.keys(facts)).toEqual(expect.arrayContaining([...deciding]));
    }
  const reached = cases.flatMap(({ bears }) => Object.keys(bears).map((path) => walk(answersOf(path)).end));
  expect(new Set(reached)).toEqual(new Set(['none', 'permissionless', 'public', 'private']));
  expect(questions).toHaveLength(6);
});

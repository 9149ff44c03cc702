import { expect, test } from 'vitest';
import type { QuizRules } from '../assessment/quiz';
import type { CompiledBlock } from './edition';
import { quizChanges } from './edition-diff-quiz';

const rules = (changes: Partial<QuizRules> = {}): QuizRules => ({
  mode: 'graded',
  counts: 'best',
  pass: 70,
  review: 'answers',
  ...changes,
});
const question: CompiledBlock = {
  id: 'q',
  kind: 'question',
  completesBy: 'passed',
  label: 'Question',
  html: '',
  question: { kind: 'single', prompt: '', options: [], objective: null },
};
const quiz = (changes: Partial<QuizRules> = {}) => ({ quiz: rules(changes), blocks: [{ ...question }] });

test('a quiz that stayed as it was has no changes, nor has a lesson that is none', () => {
  expect(quizChanges(quiz(), quiz())).toEqual([]);
  expect(quizChanges({ blocks: [] }, { blocks: [] })).toEqual([]);
});

test('each rule that is another one is told as learners read it', () => {
  expect(
    quizChanges(quiz(), quiz({ pass: 80, due: '2026-12-01 18:00', closes: '2026-12-02 18:00' })),
  ).toEqual([
    { what: 'Quiz: Passed', before: 'From 70 % on', after: 'From 80 % on' },
    { what: 'Quiz: Due', before: '', after: '2026-12-01 18:00' },
    { what: 'Quiz: Closes', before: '', after: '2026-12-02 18:00' },
  ]);
});

test('what is drawn and in which order is told in numbers', () => {
  const draws = [{ ids: ['a', 'b', 'c'], count: 2 }];
  expect(quizChanges(quiz(), { ...quiz({ draw: 2, shuffle: true }), draws })).toEqual([
    { what: 'Quiz: Questions', before: '1', after: '2, drawn anew for each attempt' },
    { what: 'Quiz: Options', before: '', after: 'in another order in each attempt' },
    { what: 'Quiz: Drawn', before: '', after: '2 of 3' },
  ]);
});

test('a lesson that becomes a quiz, or is none any more, is told rule by rule', () => {
  const became = quizChanges({ blocks: [] }, quiz());
  expect(became.map(({ what }) => what)).toContain('Quiz: Attempts');
  expect(became.every(({ before }) => before === '')).toBe(true);
  expect(quizChanges(quiz(), { blocks: [] }).every(({ after }) => after === '')).toBe(true);
});

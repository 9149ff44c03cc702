import { expect, test } from 'vitest';
import type { WorkRules } from '../work/work';
import { workChanges } from './edition-diff-work';

type TextRules = Extract<WorkRules, { form: 'text' }>;
const rules: TextRules = {
  form: 'text',
  words: { least: 300, most: 800 },
  turnaround: 7,
  anonymous: false,
  revisions: 0,
  rubric: [
    {
      id: 'a',
      title: 'The claim',
      levels: [
        { points: 0, says: 'No' },
        { points: 2, says: 'Yes' },
      ],
    },
  ],
};
const work = (changes: Partial<TextRules> = {}) => ({ work: { ...rules, ...changes } });

test('written work that stayed as it was has no changes, nor has a lesson that is none', () => {
  expect(workChanges(work(), work())).toEqual([]);
  expect(workChanges({}, {})).toEqual([]);
});

test('each rule and each criterion that is another one is told', () => {
  const rubric = [
    {
      id: 'a',
      title: 'The claim',
      levels: [
        { points: 0, says: 'No' },
        { points: 3, says: 'Yes' },
      ],
    },
  ];
  const changed = workChanges(
    work(),
    work({ turnaround: 3, due: '2026-12-01 18:00', closes: '2026-12-02 18:00', rubric }),
  );
  expect(changed).toContainEqual({
    what: 'Written work: Criterion a',
    before: 'The claim / 0: No / 2: Yes',
    after: 'The claim / 0: No / 3: Yes',
  });
  expect(changed.map(({ what }) => what)).toEqual([
    'Written work: Graded by',
    'Written work: Back',
    'Written work: Criterion a',
    'Written work: Due',
    'Written work: Closes',
  ]);
});

test('a lesson that becomes written work, or is none any more, is told rule by rule', () => {
  expect(workChanges({}, work()).every(({ before }) => before === '')).toBe(true);
  expect(workChanges(work(), {}).every(({ after }) => after === '')).toBe(true);
});

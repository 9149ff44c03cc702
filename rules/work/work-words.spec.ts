import { describe, expect, test } from 'vitest';
import { queueStates, queueWords } from './queue';
import type { WorkRules } from './work';
import { placeInWords, promiseInWords, workRulesInWords } from './work-words';

const rules: WorkRules = {
  form: 'text',
  words: { least: 300, most: 800 },
  turnaround: 1,
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
const words = (
  more: Partial<WorkRules>,
  times = { due: null as string | null, closes: null as string | null },
) => Object.fromEntries(workRulesInWords({ ...rules, ...more }, times));

describe('the rules in words', () => {
  test('say how long, by whom, until when it is back, and that it is handed in once', () =>
    expect(words({})).toEqual({
      Length: '300 to 800 words; every Chinese character counts as one',
      'Graded by': 'a person, with 1 criterion and 2 points',
      Back: 'within 1 day after you hand it in',
      Passed: 'Handing in is enough',
      'Handed in again': 'Not possible: it is handed in once',
    }));

  test('say what else there is', () => {
    const all = words(
      {
        turnaround: 7,
        release: 'by-hand',
        anonymous: true,
        pass: 60,
        moderation: { share: 20, apart: 15 },
        revisions: 1,
        files: { most: 1, size: 5, kinds: ['pdf'] },
        late: { perDay: 10, floor: 50 },
        rubric: [...rules.rubric, ...rules.rubric],
      },
      { due: 'Friday', closes: 'Saturday' },
    );
    expect(all).toMatchObject({
      'Graded by': 'a person, with 2 criteria and 4 points',
      'Graded twice': expect.stringMatching(/^20 of 100 works/),
      Files: 'One, if you like: PDF, at most 5 MB',
      Back: 'within 7 days after you hand it in',
      Result: 'shown once it is released',
      Passed: 'From 60 % on',
      'Handed in again': 'Once, when it is back; the best counts',
      'Your name': 'not shown to who grades it',
      Closes: 'Saturday. What is saved and long enough is handed in then',
    });
    expect(all.Due).toMatch(/^Friday\. Each day late.*10 %.*50 % of it always stay/);
    expect(words({ revisions: 2 })['Handed in again']).toBe('2 times, when it is back; the best counts');
    expect(words({}, { due: 'Friday', closes: null }).Due).toBe('Friday');
  });
});

describe('a promise in words', () => {
  const at = new Date('2026-10-10T00:00:00Z');
  const before = (hours: number) => promiseInWords(at, new Date(at.getTime() - hours * 3_600_000));
  test.each([
    [0.5, false, 'less than an hour left'],
    [1, false, '1 hour left'],
    [47, false, '47 hours left'],
    [72, false, '3 days left'],
    [0, false, 'less than an hour left'],
    [-5, true, 'Overdue: promised 5 hours ago'],
    [-50, true, 'Overdue: promised 2 days ago'],
  ])('%f hours before it ends', (hours, overdue, said) =>
    expect(before(hours)).toEqual({ overdue, words: said }),
  );
});

test('the place in the queue in words', () => {
  expect(placeInWords(1)).toBe('It is the next to be graded');
  expect(placeInWords(4)).toBe('It is number 4 in the queue');
  expect(queueStates.map((state) => queueWords[state])).toEqual(['Waiting', 'Being graded', 'Graded']);
});

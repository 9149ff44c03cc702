import { describe, expect, test } from 'vitest';
import { queueStates, queueWords } from './queue';
import type { WorkRules } from './work';
import { coverNames, placeInWords, promiseInWords, sizeInWords, workRulesInWords } from './work-words';

type TextRules = Extract<WorkRules, { form: 'text' }>;
const rules: TextRules = {
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
  more: Partial<TextRules>,
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
        peers: { reviews: 3, least: 2, counts: false, hours: 48, samples: 0 },
        revisions: 1,
        files: { most: 1, size: 5, kinds: ['pdf'] },
        late: { perDay: 10, floor: 50 },
        rubric: [...rules.rubric, ...rules.rubric],
      },
      { due: 'Friday', closes: 'Saturday' },
    );
    expect(all).toMatchObject({
      'Graded by': 'a person, with 2 criteria and 4 points',
      'You review': expect.stringMatching(/^3 works of others/),
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
    expect(
      words({ peers: { reviews: 3, least: 2, counts: true, hours: 48, samples: 0 } })['Graded by'],
    ).toMatch(/^others who take the course, or a person, with 1 criterion/);
    expect(words({ revisions: 2 })['Handed in again']).toBe('2 times, when it is back; the best counts');
    expect(words({}, { due: 'Friday', closes: null }).Due).toBe('Friday');
  });
});

describe('the rules of a claim log in words', () => {
  const { form: _form, words: _words, ...common } = rules;
  const log: WorkRules = { ...common, form: 'claim-log', entries: { least: 6, most: 20 }, covers: [] };
  const said = (covers: string[]) =>
    Object.fromEntries(
      workRulesInWords({ ...log, covers }, { due: null, closes: 'Friday' }, (id) => `<${id}>`),
    );
  test('say how many entries, on what, and that nobody hands it in but its learner', () => {
    expect(said(['hash', 'D4'])).toMatchObject({
      'Asked for': '6 to 20 complete entries of your claim log',
      Covers: 'the lesson “<hash>”; <D4>',
      Closes: 'Friday. Hand it in before: the clock does not do that for you',
    });
    expect(said([])).not.toHaveProperty('Covers');
    expect(
      Object.fromEntries(workRulesInWords({ ...log, covers: ['hash'] }, { due: null, closes: null })).Covers,
    ).toBe('the lesson “hash”');
  });
  test('name lessons by their titles', () => {
    const lessons = [{ id: 'hash', title: 'Hashes' }];
    expect(coverNames({ ...log, covers: ['hash', 'D4', 'gone'] }, lessons)).toEqual({
      hash: 'Hashes',
      D4: 'passage D4',
      gone: 'gone',
    });
    expect(coverNames(rules, lessons)).toEqual({});
  });
  test('are beside how much was handed in', () => {
    expect(sizeInWords(log, 'Entry 1', 1)).toBe('1 entry; 6 to 20 were asked for.');
    expect(sizeInWords(log, '', 7)).toBe('7 entries; 6 to 20 were asked for.');
    expect(sizeInWords(rules, 'Two words', 0)).toBe('2 words; 300 to 800 were asked for.');
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

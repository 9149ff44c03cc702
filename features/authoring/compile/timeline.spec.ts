import { describe, expect, test } from 'vitest';
import { courseOf } from '@/test/course-folder';
import { scorecardText, timelineText } from '@/test/library-files';
import { compileCourse } from './course';
import { readLibrary } from './library';
import { formatProblem } from './problem';

const timeline = 'timeline/2019.yaml';
const scorecard = 'scorecard.yaml';
const texts = { [timeline]: timelineText, [scorecard]: scorecardText };

const problemsIn = async (changes: Record<string, string>) =>
  (await compileCourse(courseOf({ ...texts, ...changes }))).problems.map(formatProblem);

type Row = [
  title: string,
  file: keyof typeof texts,
  from: string,
  to: string,
  message: string,
  line?: number,
];
const rows: Row[] = [
  ['a source that is not there', timeline, '[src-1]', '[gone]', 'there is no source "gone"'],
  ['a source named twice', timeline, '[src-1]', '[src-1, src-1]', '"src-1" is named twice'],
  ['no source at all', timeline, '[src-1]', '[]', 'nothing is listed here yet'],
  ['a passage that is not there', timeline, '[D1]', '[D9]', 'there is no passage "D9"'],
  ['what is no number of a passage', timeline, '[D1]', '[one]', 'numbered like D4'],
  ['a date in words', timeline, '"2019-10-24"', 'October', 'a date reads "2019"'],
  ['a day that no month has', timeline, '"2019-10-24"', '"2019-02-30"', 'is in the calendar'],
  ['a month that no year has', timeline, '"2019-10-24"', '"2019-13"', 'is in the calendar'],
  ['a year that is a number', timeline, '"2019-10-24"', '2019', 'in quotation marks'],
  ['an instrument of no kind', timeline, 'speech', 'rumour', 'one of speech, plan, law'],
  ['a field nobody knows', timeline, 'speech', 'speech\n  where: X', 'no field called "where"', 1],
  ['nobody who did it', timeline, 'actor: Somebody', 'actor: ""', 'nothing is written here yet'],
  ['a directive that is not there', scorecard, 'directive: D2', 'directive: D9', 'there is no passage "D9"'],
  ['a directive twice', scorecard, 'directive: D2', 'directive: D1', '"D1" is judged twice'],
  ['a level that is none', scorecard, 'level: E1', 'level: E7', 'one of E0, E1'],
  ['a finding without a source', scorecard, '[src-1] # f', '[]', 'nothing is listed here yet'],
  ['a finding of no source', scorecard, '[src-1] # f', '[gone]', 'there is no source "gone"'],
  ['an objection of no source', scorecard, '[src-1] # a', '[gone]', 'there is no source "gone"'],
  ['an objection on no day', scorecard, '"2021-05"', '"2021-5"', 'a date reads'],
  ['a row without a verdict', scorecard, '  verdict: Begun.\n', '', 'verdict: this is missing', 1],
];

describe('a mistake in the timeline or the scorecard is reported with its file and line', () => {
  test.each(rows)('%s', async (_title, file, from, to, message, at) => {
    const text = texts[file]?.replace(from, to) ?? '';
    const before = texts[file]?.split('\n') ?? [];
    const line = at ?? text.split('\n').findIndex((candidate, index) => candidate !== before[index]) + 1;
    expect(line).toBeGreaterThan(0);
    expect(await problemsIn({ [file]: text })).toEqual([expect.stringContaining(message)]);
    expect((await problemsIn({ [file]: text })).join()).toContain(`${file}:${line}: `);
  });

  test('something that still has to be written', async () => {
    const text = scorecardText.replace('Begun.', '"[[write: a verdict]]"');
    expect(await problemsIn({ [scorecard]: text })).toEqual([
      expect.stringMatching(/^scorecard.yaml:\d+: still/),
    ]);
  });

  test('a directive whose own words readers may not see', async () => {
    const document = `id: doc
title: A document
publisher: A paper
date: "2019"
kind: news
primary: true
usedFor: Its words.
paraphraseOnly: true
passages: [{ id: A1, text: Secret words., speaker: Somebody, mode: quote }]
`;
    const problems = await problemsIn({
      'documents/doc.yaml': document,
      [timeline]: timelineText.replace('[D1]', '[A1]'),
    });
    expect(problems).toEqual([expect.stringContaining('A1 has no paraphrase')]);
  });
});

test('a course without either is a course', async () => {
  const { library } = await readLibrary(courseOf(), () => {});
  expect([library.timeline, library.scorecard]).toEqual([[], []]);
});

test('the timeline of several files is told earliest first, and a year before its months', async () => {
  const at = (date: string) =>
    timelineText.slice(0, timelineText.indexOf('\n- ', 2) + 1).replace('2019-10-24', date);
  const files = {
    'timeline/a.yaml': at('2020') + at('2019-10'),
    'timeline/b.yaml': at('2020-02-01') + at('2019-10-24'),
  };
  const { library } = await readLibrary(courseOf(files), () => {});
  expect(library.timeline.map(({ date }) => date)).toEqual(['2019-10', '2019-10-24', '2020', '2020-02-01']);
});

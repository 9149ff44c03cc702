import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { timeline } from '.';
import { insertTimelineQuestion } from './insert';
import { timelineSample } from './sample';

function read(markdown: string) {
  const context = compileContext();
  return { parsed: timeline.parse(directive(markdown), context), problems: context.problems };
}
const dated = (items: string[]) =>
  timelineSample.replace(/1\. [\s\S]*law/, items.map((item, index) => `${index + 1}. ${item}`).join('\n'));

test('events are shown without their dates, in another order', () => {
  const { parsed } = read(timelineSample);
  const shown = parsed?.student.options.map(({ html }) => html) ?? [];
  expect([...shown].sort()).toEqual(['The law', 'The report', 'The study session']);
  expect(shown).not.toEqual(['The study session', 'The report', 'The law']);
  expect(JSON.stringify(parsed?.student)).not.toMatch(/\b20\d\d|<time/);
});

test('the dates are said when the order is right, and nothing of them before', () => {
  const { parsed } = read(timelineSample);
  const key = parsed?.key;
  if (!key) throw new Error('not parsed');
  expect(timeline.grade(key, key.correct)?.options.map(({ html }) => html)).toEqual([
    '<p><time datetime="2019-10-24">24 October 2019</time></p>',
    '<p><time datetime="2019-11">November 2019</time></p>',
    '<p><time datetime="2020">2020</time></p>',
  ]);
  const nearly = [key.correct[0] ?? '', key.correct[2] ?? '', key.correct[1] ?? ''];
  const verdict = timeline.grade(key, nearly);
  expect(verdict).toMatchObject({ correct: false, score: 0.333333, options: [{ right: true }, {}, {}] });
  expect(JSON.stringify(verdict)).not.toMatch(/\b20\d\d|<time/);
});

test('days in their order are read, and in any other order refused', () => {
  const day = fc
    .date({ min: new Date('1500-01-01'), max: new Date('2500-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const days = fc.uniqueArray(day, { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(
      days.chain((all) =>
        fc.tuple(fc.constant([...all].sort()), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([sorted, other]) => {
        const items = (list: string[]) =>
          dated(list.map((date) => `${date} — Event ${sorted.indexOf(date)}x`));
        expect(read(items(sorted)).problems).toEqual([]);
        const same = other.join() === sorted.join();
        expect(read(items(other)).problems.length > 0).toBe(!same);
      },
    ),
    { numRuns: 50 },
  );
});

test('an event may go on with emphasis and in further paragraphs', () => {
  const { parsed, problems } = read(
    dated(['2018 — *One* thing', '2019 — Two\n\n   and more', '2020 — Three']),
  );
  expect(problems).toEqual([]);
  const shown = parsed?.student.options.map(({ html }) => html).sort();
  expect(shown).toEqual(['One thing', 'Three', 'Two</p><p>and more']);
});

test.each([
  ['2019-10-24 — It is held'],
  ['2019-10-24 - It is held'],
  ['2019-10-24 | It is held'],
  ['2019-10-24: It is held'],
  ['2019-10-24 It is held'],
])('the form reads the line %s', (line) => {
  expect(insertTimelineQuestion.markdown({ events: line }, 'q')).toContain('1. 2019-10-24 — It is held\n');
});

test.each<[string, string, string]>([
  ['two events', dated(['2018 — One', '2019 — Two']), 'three to eight events'],
  [
    'nine events',
    dated(Array.from({ length: 9 }, (_, at) => `200${at} — Event ${at}`)),
    'three to eight events',
  ],
  ['no numbers', timelineSample.replace(/\d\. /g, '- '), 'numbered list'],
  ['no date', dated(['2018 — One', 'Two', '2020 — Three']), 'reads "date — event"'],
  ['a date that is none', dated(['2018 — One', '2019-02-30 — Two', '2020 — Three']), 'reads "date — event"'],
  ['a date in words', dated(['2018 — One', 'May 2019 — Two', '2020 — Three']), 'reads "date — event"'],
  [
    'a date alone',
    dated(['2018 — One', '2019 —', '2020 — Three']),
    'nothing is said to have happened on 2019',
  ],
  ['emphasis before the date', dated(['2018 — One', '*2019* — Two', '2020 — Three']), 'reads "date — event"'],
  [
    'the wrong order',
    dated(['2018 — One', '2020 — Two', '2019-05 — Three']),
    '2019-05 stands below 2020, and was before it',
  ],
  ['one date twice', dated(['2018 — One', '2019 — Two', '2019 — Three']), '2019 and 2019 do not tell which'],
  [
    'a year and a month of it',
    dated(['2019 — One', '2019-10 — Two', '2020 — Three']),
    '2019 and 2019-10 do not tell which',
  ],
  ['two events alike', dated(['2018 — One', '2019 — Two', '2020 — One']), 'read the same'],
  ['no feedback', timelineSample.replace(/\n>[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
  ['no prompt', timelineSample.replace('What was first?', ''), 'no prompt'],
])('is named: %s', (_title, markdown, message) => {
  expect(read(markdown).problems.join('\n')).toContain(message);
});

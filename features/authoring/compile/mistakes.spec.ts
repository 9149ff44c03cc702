import { describe, expect, test } from 'vitest';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { type CourseFile, courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const lesson = 'modules/1-first/1-one.md' satisfies CourseFile;
const problemsIn = async (changes: Record<string, string | null>) => {
  const { course, problems } = await compileCourse(courseOf(changes));
  expect(course === null).toBe(problems.some(stopsPublishing));
  return problems.map(formatProblem);
};

test('the course without mistakes compiles', async () => {
  expect(await problemsIn({})).toEqual([]);
});

/** What is written instead of what, and the start of the line that is named then. */
type Row = [title: string, file: CourseFile, from: string | RegExp, to: string, at: string, message: string];
const rows: Row[] = [
  ['yaml that is none', 'course.yaml', 'title: A', 'title: "A', 'title:', 'Missing closing'],
  [
    'a field that is missing',
    'course.yaml',
    'summary: It is small.\n',
    '',
    'slug',
    'summary: this is missing',
  ],
  [
    'a field nobody knows',
    'course.yaml',
    'language: en',
    'language: en\nlanguages: en',
    'slug',
    'no field called "languages"',
  ],
  [
    'a slug that is a page of the site',
    'course.yaml',
    'small-course',
    'review',
    'slug',
    'the daily review has this',
  ],
  ['a slug that is no address', 'course.yaml', 'small-course', 'Small Course', 'slug', 'an id is a-z'],
  ['a day that is none', 'course.yaml', '2026-01-01', '2026-13-01', 'verified', 'verified: a day reads'],
  ['an empty list', 'course.yaml', '[Explain it]', '[]', 'outcomes', 'outcomes: nothing is listed here yet'],
  [
    'a mistake inside a list',
    'course.yaml',
    'about: Writes.',
    'about: ""',
    '    about',
    'about: nothing is written here yet',
  ],
  ['a passage by an odd number', 'passages.yaml', 'id: D2', 'id: 2D', '- id: 2D', 'numbered like D4'],
  [
    'a mode of speech that is none',
    'passages.yaml',
    'mode: quote',
    'mode: shout',
    '  mode: shout',
    '1.mode: this is one of quote, ',
  ],
  [
    'a passage without its source',
    'passages.yaml',
    /src-1\n$/,
    'gone\n',
    '- id: D2',
    'D2: there is no source "gone"',
  ],
  ['a passage twice', 'passages.yaml', 'id: D2', 'id: D1', '- id: D1', 'the id "D1" is used twice'],
  ['a source of no kind', 'sources/all.yaml', 'kind: news', 'kind: rumour', '  kind', '0.kind'],
  [
    'an address with a script',
    'sources/all.yaml',
    'https://paper.example/report',
    'javascript:alert(1)',
    '  url',
    '0.url: an address begins with http',
  ],
  [
    'a term that points nowhere',
    'glossary/all.yaml',
    '[digest]',
    '[gone]',
    '- id: hash-function',
    'see "gone"',
  ],
  ['a term twice', 'glossary/all.yaml', 'id: hash-function', 'id: digest', '- id: digest', 'used twice'],
  [
    'a module without a title',
    'modules/1-first/module.yaml',
    'title: The first module',
    'title: ""',
    'title',
    'title',
  ],
  ['a lesson without front matter', lesson, '---\nid: one', 'id: one', 'id: one', 'front matter'],
  ['minutes in words', lesson, 'minutes: 10', 'minutes: ten', 'minutes', 'minutes'],
  ['a passage named above that is not there', lesson, '[D1]', '[D1, D9]', 'directives', 'no passage "D9"'],
  ['a source that is not there', lesson, ':cite[src-1]', ':cite[gone]', 'The opening', 'no source "gone"'],
  ['a term that is not there', lesson, ':term[digest]', ':term[gone]', 'A :term', 'no glossary entry "gone"'],
  ['a heading without its id', lesson, ' {#a-part}', '', '## A part', 'ends with its id'],
  ['a heading of the first level', lesson, '## A part {#a-part}', '# A part', '# A part', 'use ## and'],
  ['html', lesson, 'A :term', '<script>alert(1)</script>\n\nA :term', '<script>', 'html is not allowed'],
  ['a block nobody knows', lesson, '::passage{', '::video{', '::video', 'there is no block "video"'],
  ['a block named like a property', lesson, '::passage{', '::constructor{', '::constructor', 'no block'],
  ['a block without an id', lesson, '{#p-1 ref', '{ref', '::passage', 'needs an id of its own'],
  ['a very long id', lesson, 'id: one', `id: ${'x'.repeat(61)}`, 'id: x', 'at most 60'],
  ['a very long id of a block', lesson, '#p-1', `#${'x'.repeat(61)}`, '::passage', 'at most 60'],
  ['an id twice', lesson, '#q-1', '#p-1', ':::question', 'used twice in this lesson'],
  ['a passage that is not there', lesson, 'ref="D1"', 'ref="D9"', '::passage', 'no passage "D9"'],
  [
    'a figure that is not there',
    lesson,
    '::passage{#p-1 ref="D1"}',
    '::figure{#f name="constructor" caption="x"}',
    '::figure',
    'no figure "constructor"',
  ],
  ['an option without feedback', lesson, '  > Right.\n', '', '- [x] This', 'carries feedback'],
  [
    'a wrong option without a misconception',
    lesson,
    '**A misconception.**',
    'No.',
    '- [ ] Not this',
    'misconception',
  ],
  ['two right options', lesson, '- [ ] Not', '- [x] Not', ':::question', 'exactly one [x]'],
  [
    'an objective that is not there',
    lesson,
    'objective="1"',
    'objective="2"',
    ':::question',
    'no objective 2',
  ],
  ['an objective in words', lesson, 'objective="1"', 'objective="one"', ':::question', 'objective="one"'],
];

describe('a mistake is reported with its file and line', () => {
  test.each(rows)('%s', async (_title, file, from, to, at, message) => {
    const text = courseFiles[file].replace(from, to);
    expect(text).not.toBe(courseFiles[file]);
    // The last line that begins so: of what is there twice, the second is the mistake.
    const line = text.split('\n').findLastIndex((candidate) => candidate.startsWith(at)) + 1;
    const problems = await problemsIn({ [file]: text });
    expect(problems).toContainEqual(expect.stringContaining(`${file}:${line}: `));
    expect(problems.find((problem) => problem.startsWith(`${file}:${line}: `))).toContain(message);
  });

  test('with Windows line ends, on the same line', async () => {
    const text = courseFiles[lesson].replace('ref="D1"', 'ref="D9"').replaceAll('\n', '\r\n');
    const line = text.split('\n').findIndex((candidate) => candidate.startsWith('::passage')) + 1;
    expect(await problemsIn({ [lesson]: text })).toEqual([`${lesson}:${line}: there is no passage "D9"`]);
  });
});

describe('a folder is reported', () => {
  test.each<[string, Record<string, string | null>, string]>([
    ['without a course', { 'course.yaml': null }, 'course.yaml:1: this file is missing'],
    [
      'without a module',
      { 'modules/1-first/module.yaml': null },
      'modules/1-first/module.yaml:1: this file is missing',
    ],
    ['with a module without lessons', { [lesson]: null }, 'modules/1-first:1: the module has no lessons'],
    [
      'with a lesson id twice',
      { 'modules/1-first/2-two.md': courseFiles[lesson] },
      'modules/1-first/2-two.md:2: the lesson id "one" is used twice',
    ],
    [
      'with a module id twice',
      {
        'modules/2-second/module.yaml': courseFiles['modules/1-first/module.yaml'],
        'modules/2-second/1-two.md': courseFiles[lesson].replace('id: one', 'id: two'),
      },
      'modules/2-second/module.yaml:1: the module id "first" is used twice',
    ],
    [
      'with a lesson without text',
      { [lesson]: courseFiles[lesson].replace(/(verified.*\n---\n)[\s\S]*/, '$1') },
      `${lesson}:11: the lesson has no text`,
    ],
  ])('%s', async (_title, changes, problem) => {
    expect(await problemsIn(changes)).toContain(problem);
  });

  test('with a text that a parser would need minutes for', async () => {
    const heavy = ':::a\n'.repeat(1_600);
    const problems = await problemsIn({ [lesson]: `${courseFiles[lesson]}\n${heavy}` });
    expect(problems.join()).toContain('nested too deeply');
  });

  test.each([
    ['what is not there', 'gone', 'preparation: there is no lesson "gone"'],
    ['itself', 'one', 'preparation: "one" does not come before this'],
    ['what comes after it', 'two', 'preparation: "two" does not come before this'],
  ])('with a lesson that builds on %s', async (_what, id, message) => {
    const text = courseFiles[lesson].replace('minutes: 10\n', `minutes: 10\npreparation: [${id}]\n`);
    const second = courseFiles[lesson].replace('id: one', 'id: two');
    const problems = await problemsIn({ [lesson]: text, 'modules/1-first/2-two.md': second });
    expect(problems).toEqual([`${lesson}:6: ${message}`]);
  });

  test('with a module whose summary nobody has written yet', async () => {
    const file = 'modules/1-first/module.yaml';
    const text = courseFiles[file].replace('It is the only one.', '"[[write: a summary]]"');
    expect((await problemsIn({ [file]: text })).join()).toContain(`${file}:3: `);
  });

  test('with aliases that multiply a small text into a large one', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`,
    );
    const problems = await problemsIn({ 'course.yaml': `a0: &a0 [x]\n${levels.join('\n')}\n` });
    expect(problems).toEqual([expect.stringMatching(/^course.yaml:1: Excessive alias count/)]);
  });

  test('that is not there at all', async () => {
    const { course, problems } = await compileCourse({ texts: new Map(), assets: new Map() });
    expect(course).toBeNull();
    expect(problems.map(({ file }) => file)).toEqual(['course.yaml', 'modules']);
  });

  test('with every mistake in it at once', async () => {
    const problems = await problemsIn({
      'course.yaml': courseFiles['course.yaml'].replace('language: en', 'language: 1'),
      [lesson]: courseFiles[lesson].replace('ref="D1"', 'ref="D9"').replace('objective="1"', 'objective="7"'),
    });
    expect(problems).toHaveLength(3);
  });
});

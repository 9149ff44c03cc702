import { describe, expect, test } from 'vitest';
import { type CourseFile, courseFiles, courseOf } from '@/test/course-folder';
import { workFile } from '@/test/work';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const lesson = 'modules/1-first/1-one.md' satisfies CourseFile;
const compiled = async (text: string, zone = 'UTC') => {
  const head = courseFiles['course.yaml'].replace('zone: UTC', `zone: ${zone}`);
  const { course, problems } = await compileCourse(courseOf({ [lesson]: text, 'course.yaml': head }));
  return { course, problems: problems.map(formatProblem) };
};

describe('a lesson with work in its front matter', () => {
  test('is written work, with rules where none are written, and one thing to do', async () => {
    const { course, problems } = await compiled(workFile([]));
    expect(problems).toEqual([]);
    expect(course?.manifest.modules[0]?.lessons).toMatchObject([
      {
        id: 'essay',
        work: { form: 'text', words: { least: 3, most: 20 }, turnaround: 4, anonymous: false, revisions: 0 },
        blocks: [{ id: 'work', label: 'Written work: hand it in', completesBy: 'answered' }],
      },
    ]);
    expect(course?.lessons[0]?.content.work?.rubric.map(({ id }) => id)).toEqual(['claim', 'evidence']);
    // Every promise is a time by the clocks of the course.
    expect(course?.manifest.zone).toBe('UTC');
  });

  test('that has to be passed is done once it is', async () => {
    const { course } = await compiled(workFile(['pass: 60']));
    expect(course?.manifest.modules[0]?.lessons[0]?.blocks).toEqual([
      { id: 'work', label: 'Written work: pass with 60 %', completesBy: 'passed' },
    ]);
  });
});

test('graders are moderated as it says, and by no share beyond a hundred', async () => {
  const { course } = await compiled(workFile(['moderation: { share: 20, apart: 15 }']));
  expect(course?.lessons[0]?.content.work?.moderation).toEqual({ share: 20, apart: 15 });
  const { problems } = await compiled(workFile(['moderation: { share: 101, apart: 15 }']));
  expect(problems).toEqual([expect.stringContaining('share')]);
});

describe('review by peers', () => {
  const sample = (scores: string) => `peers: { samples: [{ text: CANARY_TEXT, scores: ${scores} }] }`;

  test('keeps its samples beside the rules, by level', async () => {
    const { course, problems } = await compiled(workFile([sample('{ claim: 1, evidence: 2 }')]));
    expect(problems).toEqual([]);
    const lesson = course?.lessons[0]?.content;
    const peers = { reviews: 3, least: 2, counts: false, hours: 48, samples: 1 };
    expect(lesson?.work?.peers).toEqual(peers);
    expect(lesson?.samples).toEqual([{ text: 'CANARY_TEXT', scores: { claim: 1, evidence: 1 } }]);
    expect(JSON.stringify(course?.manifest)).not.toContain('CANARY_TEXT');
  });

  test.each([
    [[sample('{ claim: 1 }')], 'each criterion'],
    [[sample('{ claim: 1, evidence: 1 }')], 'one of its levels'],
    [['peers: { reviews: 1, least: 2 }'], 'more reviews are asked for'],
    [['peers: { counts: true }', 'moderation: { share: 20, apart: 15 }'], 'nothing is graded by two'],
  ])('is refused where %j', async (rules, problem) => {
    const { problems } = await compiled(workFile(rules));
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});

const question = `:::question{#q kind="single" objective="1"}
Which one?

- [ ] This
  > No.
- [x] That
  > Yes.
:::`;

/** The rules of a claim log in the place of those of a text. */
const asLog = (more = ''): [string, string] => [
  'words: { least: 3, most: 20 }',
  `form: claim-log\n  entries: { least: 2, most: 9 }${more}`,
];
const other = courseFiles[lesson];

describe('a claim log', () => {
  const log = async (more: string) => {
    const texts = { [lesson]: workFile([]).replace(...asLog(more)), 'modules/1-first/2-other.md': other };
    const { course, problems } = await compileCourse(courseOf(texts));
    return { course, problems: problems.map(formatProblem).join('\n') };
  };
  test('has entries instead of words, and names what they cover', async () => {
    const { course, problems } = await log('\n  covers: [one, D1, one]');
    expect(problems).toBe('');
    expect(course?.manifest.modules[0]?.lessons[0]?.work).toMatchObject({
      form: 'claim-log',
      entries: { least: 2, most: 9 },
      covers: ['one', 'D1'],
    });
  });
  test.each([
    ['a lesson that is not there', 'covers: [gone]', /covers: there is no lesson "gone"/],
    ['a passage that is not there', 'covers: [D99]', /covers: there is no passage "D99"/],
    ['itself', 'covers: [essay]', /no entry comes from "essay"/],
    ['words', 'words: { least: 3, most: 20 }', /a claim log has entries/],
    ['files', 'files: { most: 3, kinds: [pdf] }', /files are handed in with a text/],
    ['words without an end', 'covers: one', /work\.covers/],
  ])('cannot have %s', async (_title, line, message) => {
    const { course, problems } = await log(`\n  ${line}`);
    expect(course).toBeNull();
    expect(problems).toMatch(message);
  });
});

/** The rules, what is said, and what else is written instead of what. */
type Row = [title: string, rules: string[], message: RegExp, change?: [string, string]];
const rows: Row[] = [
  ['with a field nobody knows', ['pages: 3'], /work: there is no field called "pages"/],
  ['with files of a kind nobody knows', ['files: { most: 3, kinds: [exe] }'], /files\.kinds/],
  ['with a kind of files twice', ['files: { most: 3, kinds: [pdf, pdf] }'], /a kind is named twice/],
  ['with larger files than are stored', ['files: { most: 3, size: 26, kinds: [pdf] }'], /files\.size/],
  ['of a form nobody knows', ['form: video'], /work\.form/],
  ['with entries in a text', ['entries: { least: 1, most: 2 }'], /a text has words/],
  ['with what a text covers', ['covers: [one]'], /a text covers nothing/],
  ['with no length', [], /say how many words/, ['  words: { least: 3, most: 20 }\n', '']],
  [
    'of a claim log without entries',
    [],
    /say how many entries/,
    ['words: { least: 3, most: 20 }', 'form: claim-log'],
  ],
  [
    'at the address of another page',
    [],
    /a page of every course has this address/,
    ['id: essay', 'id: claim-log'],
  ],
  ['with no promise', [], /work\.turnaround/, ['turnaround: 4', 'form: text']],
  ['promised at once', [], /work\.turnaround/, ['turnaround: 4', 'turnaround: 0']],
  ['shorter at the most than at least', [], /work\.words: the least is more/, ['least: 3', 'least: 30']],
  ['with a level alone', [], /levels/, ['        - { points: 0, says: None is given. }\n', '']],
  ['with levels out of order', [], /from the least to the most/, ['{ points: 1, says', '{ points: 2, says']],
  ['with two criteria of one id', [], /two criteria have the same id/, ['id: evidence', 'id: claim']],
  ['late and never due', ['late: { perDay: 10 }'], /nothing is late in work that is never due/],
  [
    'due after it has closed',
    ['due: "2026-12-02 10:00"', 'closes: "2026-12-01 10:00"'],
    /due after it has closed/,
  ],
  ['due on a day alone', ['due: "2026-12-02"'], /due at a day and a time/],
  ['closing on no day', ['closes: "2026-02-30 10:00"'], /closes at a day and a time/],
  [
    'due when no clock shows it',
    ['due: "2027-03-28 02:30"'],
    /work: the clocks of Europe\/Berlin go forward then/,
  ],
  ['that is a quiz as well', [], /a quiz or written work, and not both/, ['work:', 'quiz: {}\nwork:']],
  ['with questions', [], /questions are not asked in written work/, ['What to write about.', question]],
  [
    'with a block of its own name',
    [],
    /"work" stands for the whole work/,
    ['What to write about.', '## The work {#work}\n\nWords.'],
  ],
];

describe('a mistake is said at its line: written work', () => {
  test.each(rows)('%s', async (_title, rules, message, change) => {
    const text = workFile(rules);
    const { course, problems } = await compiled(
      change ? text.replace(change[0], change[1]) : text,
      'Europe/Berlin',
    );
    expect(course).toBeNull();
    expect(problems.join('\n')).toMatch(message);
  });
});

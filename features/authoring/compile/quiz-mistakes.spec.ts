import { describe, expect, test } from 'vitest';
import { type CourseFile, courseFiles, courseOf } from '@/test/course-folder';
import { hinted, quizFile } from '@/test/quizzes';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const lesson = 'modules/1-first/1-one.md' satisfies CourseFile;
const compiled = async (text: string, zone = 'UTC') => {
  const head = courseFiles['course.yaml'].replace('zone: UTC', `zone: ${zone}`);
  const { course, problems } = await compileCourse(courseOf({ [lesson]: text, 'course.yaml': head }));
  return { course, problems: problems.map(formatProblem) };
};
const single = quizFile(['mode: graded'], ['single', 'multiple']);

describe('a lesson with quiz in its front matter', () => {
  test('is a quiz, with rules where none are written, and one thing to do', async () => {
    const { course, problems } = await compiled(single);
    expect(problems).toEqual([]);
    const rules = { mode: 'graded', counts: 'best', pass: 70, review: 'answers-after-last' };
    expect(course?.manifest.modules[0]?.lessons).toMatchObject([
      {
        id: 'exam',
        quiz: rules,
        blocks: [{ id: 'quiz', label: 'Quiz: pass with 70 %', completesBy: 'passed' }],
      },
    ]);
    expect(course?.lessons[0]?.content.quiz).toEqual(rules);
    expect(JSON.stringify(course?.manifest)).not.toContain('CANARY');
  });

  test('says whether hints are given, where a question has some, and asks how sure learners are', async () => {
    const rulesOf = async (text: string) => (await compiled(text)).course?.lessons[0]?.content.quiz;
    const own = (rules: string[]) => hinted(quizFile(rules, ['single', 'multiple']));
    expect(await rulesOf(own(['mode: graded']))).toMatchObject({ hints: 'on' });
    expect(await rulesOf(own(['hints: off', 'confidence: true']))).toMatchObject({
      hints: 'off',
      confidence: true,
    });
    expect(await rulesOf(quizFile(['hints: off'], ['single']))).not.toHaveProperty('hints');
    const plain = await compiled(hinted(quizFile([], ['single']).replace('quiz:\n\n', '')));
    expect(plain.problems.join()).toContain('its hints are free');
    expect(plain.course).not.toBeNull();
  });

  test('for practice is done with an attempt, and takes its minutes from the rules', async () => {
    const { course } = await compiled(quizFile(['mode: practice', 'minutes: 25'], ['single']));
    expect(course?.manifest.modules[0]?.lessons).toMatchObject([
      { minutes: 25, blocks: [{ id: 'quiz', completesBy: 'answered' }] },
    ]);
  });

  test('that closes carries the zone of the course', async () => {
    const closing = quizFile(['closes: "2026-12-01 18:00"'], ['single']);
    const { course } = await compiled(closing, 'Asia/Shanghai');
    expect(course?.manifest).toMatchObject({ zone: 'Asia/Shanghai' });
    expect((await compiled(single)).course?.manifest.zone).toBeUndefined();
  });
});

/** The rules, what else is written instead of what, the start of the line that is named, and what is said there. */
type Row = [title: string, rules: string[], at: string, message: string, change?: [string, string]];
const rows: Row[] = [
  ['without rules', [], 'quiz:', 'quiz: this is missing'],
  ['of no mode', ['mode: hard'], '  mode', 'quiz.mode: this is one of practice, graded'],
  ['with a field nobody knows', ['tries: 3'], '  tries', 'quiz: there is no field called "tries"'],
  ['with minutes in words', ['minutes: ten'], '  minutes', 'quiz.minutes: this should be a number'],
  ['with no minute', ['minutes: 0'], '  minutes', 'quiz.minutes'],
  ['with half an attempt', ['attempts: 1.5'], '  attempts', 'quiz.attempts'],
  ['with a pass mark above everything', ['pass: 101'], '  pass', 'quiz.pass'],
  ['that counts oddly', ['counts: mean'], '  counts', 'quiz.counts: this is one of best, latest, first'],
  ['that shows oddly', ['review: all'], '  review', 'quiz.review: this is one of answers, '],
  ['that draws nothing', ['draw: 0'], '  draw', 'quiz.draw'],
  [
    'that draws more than there is',
    ['mode: graded', 'draw: 3'],
    '  draw',
    'draws 3 questions, and there are 2',
  ],
  [
    'that closes on a day alone',
    ['closes: "2026-12-01"'],
    '  closes',
    'quiz.closes: a quiz closes at a day and',
  ],
  ['that closes on no day', ['closes: "2026-02-30 18:00"'], '  closes', 'quiz.closes: a quiz closes at'],
  ['that closes in no month', ['closes: "2026-13-01 18:00"'], '  closes', 'quiz.closes: a quiz closes at'],
  ['that closes at no hour', ['closes: "2026-12-01 25:00"'], '  closes', 'quiz.closes: a quiz closes at'],
  [
    'that closes when no clock shows it',
    ['mode: graded', 'closes: "2027-03-28 02:30"'],
    '  closes',
    'the clocks of Europe/Berlin go forward then, and never show 2027-03-28 02:30',
  ],
  [
    'that promises to mark what nobody writes',
    ['mode: graded', 'turnaround: 7'],
    '  turnaround',
    'no question asks for one',
  ],
  ['that promises nothing', ['turnaround: 0'], '  turnaround', 'quiz.turnaround'],
  [
    'with a block that is called like it',
    ['mode: graded'],
    ':::question{#quiz ',
    '"quiz" stands for the whole quiz',
    ['#q-multiple', '#quiz'],
  ],
];

describe('a quiz is reported with its file and line', () => {
  test.each(rows)('%s', async (_title, rules, at, message, change) => {
    const text = quizFile(rules, ['single', 'multiple']).replace(...(change ?? ['', '']));
    const line = text.split('\n').findIndex((candidate) => candidate.startsWith(at)) + 1;
    const { problems } = await compiled(text, 'Europe/Berlin');
    expect(problems).toEqual([expect.stringContaining(`${lesson}:${line}: `)]);
    expect(problems[0]).toContain(message);
  });

  test('without a question', async () => {
    const text = quizFile(['mode: graded'], []);
    const line = text.split('\n').indexOf('  mode: graded') + 1;
    expect((await compiled(text)).problems).toEqual([`${lesson}:${line}: quiz: there is no question in it`]);
  });
});

test('a lesson that is no quiz may have a block of that name', async () => {
  const { problems } = await compiled(courseFiles[lesson].replace('#q-1', '#quiz'));
  expect(problems).toEqual([]);
});

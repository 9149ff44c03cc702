import { describe, expect, test } from 'vitest';
import { type CourseFile, courseFiles, courseOf } from '@/test/course-folder';
import { bankFile, quizFile } from '@/test/quizzes';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const lesson = 'modules/1-first/1-one.md' satisfies CourseFile;
const hashes = 'bank/hashes.md';
const course = (rules: string[], bank: Record<string, string>, own: Parameters<typeof quizFile>[1] = []) =>
  courseOf({ [lesson]: quizFile(rules, own), ...bank });
const compiled = async (...args: Parameters<typeof course>) => {
  const result = await compileCourse(course(...args));
  return { ...result, problems: result.problems.map(formatProblem) };
};
const three = bankFile([
  { id: 'q-1', head: 'tags="easy" difficulty="1" objective="1"' },
  { id: 'q-2', head: 'tags="Easy, Salt" passage="D1"' },
  { id: 'q-3' },
]);

describe('a quiz that draws from the bank', () => {
  test('has the questions that may be drawn, with their keys, and says how many are asked', async () => {
    const { course, problems } = await compiled(['draw: [{from: hashes, tags: [easy], count: 1}]'], {
      [hashes]: three,
    });
    expect(problems).toEqual([]);
    const [exam] = course?.lessons ?? [];
    expect(exam?.content.quiz).toMatchObject({ draw: 1 });
    expect(exam?.content.draws).toEqual([{ ids: ['hashes--q-1', 'hashes--q-2'], count: 1 }]);
    const ids = exam?.content.blocks.flatMap(({ id, question }) => (question ? [id] : []));
    expect(ids).toEqual(['hashes--q-1', 'hashes--q-2']);
    expect(Object.keys(exam?.keys ?? {})).toEqual(ids);
    // The head of the course goes to learners' pages.
    expect(JSON.stringify(course?.manifest)).not.toContain('hashes');
    expect(course?.manifest.modules[0]?.lessons[0]?.quiz?.draw).toBe(1);
  });

  test('asks all of its own, unless a line draws from them', async () => {
    const all = await compiled(['draw: [{from: hashes, count: 2}]'], { [hashes]: three }, [
      'single',
      'multiple',
    ]);
    expect(all.course?.lessons[0]?.content.draws).toEqual([
      { ids: ['q-single', 'q-multiple'], count: 2 },
      { ids: ['hashes--q-1', 'hashes--q-2', 'hashes--q-3'], count: 2 },
    ]);
    expect(all.course?.lessons[0]?.content.quiz?.draw).toBe(4);
    const one = await compiled(['draw: [{count: 1}, {from: hashes, count: 2}]'], { [hashes]: three }, [
      'single',
      'multiple',
    ]);
    expect(one.course?.lessons[0]?.content.quiz?.draw).toBe(3);
  });

  test('knows the objective that a question tests by its words', async () => {
    const { course } = await compiled(['draw: [{from: hashes, count: 1}]'], { [hashes]: three });
    const objectives = course?.lessons[0]?.content.blocks.flatMap(({ question }) =>
      question ? [question.objective] : [],
    );
    expect(objectives).toEqual([1, null, null]);
    const other = bankFile([{ id: 'q-1', head: 'objective="1"' }], ['objectives: [Something else.]']);
    const elsewhere = await compiled(['draw: [{from: hashes, count: 1}]'], { [hashes]: other });
    expect(elsewhere.course?.lessons[0]?.content.blocks.at(-1)?.question?.objective).toBeNull();
  });

  test('takes the tags that a set gives all of its questions', async () => {
    const set = bankFile([{ id: 'q-1' }, { id: 'q-2', head: 'tags="easy"' }], ['tags: [Module 1]']);
    const { course } = await compiled(['draw: [{from: hashes, tags: ["module 1", easy], count: 1}]'], {
      [hashes]: set,
    });
    expect(course?.lessons[0]?.content.draws).toEqual([{ ids: ['hashes--q-2'], count: 1 }]);
  });

  test('is another edition when a question of the bank changes, and the same when another set does', async () => {
    const rules = ['draw: [{from: hashes, count: 1}]'];
    const other = { 'bank/other.md': bankFile([{ id: 'q-1' }]) };
    const [before, same, changed] = await Promise.all(
      [
        { [hashes]: three },
        { [hashes]: three, ...other },
        { [hashes]: three.replace('ASKED in q-3', 'ASKED anew') },
      ].map((bank) => compiled(rules, bank)),
    );
    expect(same?.course?.contentHash).toBe(before?.course?.contentHash);
    expect(changed?.course?.contentHash).not.toBe(before?.course?.contentHash);
  });
});

/** The rules, the set, where it is told, and what is said. */
type Row = [title: string, rules: string, set: string, at: string, message: string];
const rows: Row[] = [
  [
    'a set that is not there',
    'draw: [{from: salt, count: 1}]',
    three,
    `${lesson}:8`,
    'there is no set "salt"',
  ],
  [
    'more than a set has',
    'draw: [{from: hashes, count: 4}]',
    three,
    `${lesson}:8`,
    'an attempt draws 4 questions, and there are 3 in the set "hashes"',
  ],
  [
    'more than has the tags',
    'draw: [{from: hashes, tags: [easy, salt], count: 2}]',
    three,
    `${lesson}:8`,
    'an attempt draws 2 questions with "easy" and "salt", and there are 1 in the set "hashes"',
  ],
  [
    'what another line may have drawn',
    'draw: [{from: hashes, count: 2}, {from: hashes, tags: [easy], count: 1}]',
    three,
    `${lesson}:8`,
    'there are 2 in the set "hashes", of which other lines may have drawn all but 0',
  ],
  [
    'own questions that it has not',
    'draw: [{count: 1}]',
    three,
    `${lesson}:8`,
    'there are 0 in the quiz itself',
  ],
  [
    'own questions by tags',
    'draw: [{tags: [easy], count: 1}, {from: hashes, count: 1}]',
    three,
    `${lesson}:8`,
    'tags are for questions of the bank',
  ],
  ['in words', 'draw: some', three, `${lesson}:8`, 'a list like [{from: name-of-a-set, count: 5}]'],
  ['from nowhere', 'draw: []', three, `${lesson}:8`, 'a list like [{from: name-of-a-set, count: 5}]'],
  [
    'a question with a mistake',
    'draw: [{from: hashes, count: 1}]',
    three.replace('- [x]', '- [ ]'),
    `${hashes}:6`,
    'has exactly one [x], not 0',
  ],
  [
    'a difficulty of six',
    'draw: [{from: hashes, count: 1}]',
    three.replace('difficulty="1"', 'difficulty="6"'),
    `${hashes}:6`,
    'difficulty="6" is not a number from 1',
  ],
  [
    'an objective that the set has not',
    'draw: [{from: hashes, count: 1}]',
    three.replace('objective="1"', 'objective="2"'),
    `${hashes}:6`,
    'there is no objective 2 at the top of this set',
  ],
  [
    'a passage that is not there',
    'draw: [{from: hashes, count: 1}]',
    three.replace('passage="D1"', 'passage="D9"'),
    `${hashes}:`,
    'there is no passage "D9"',
  ],
  [
    'two questions of one id',
    'draw: [{from: hashes, count: 1}]',
    three.replace('#q-2', '#q-1'),
    `${hashes}:`,
    'the id "q-1" is used twice in this set',
  ],
  [
    'text between questions',
    'draw: [{from: hashes, count: 1}]',
    `${three}\nA remark.\n`,
    `${hashes}:`,
    'only questions stand in the bank',
  ],
  [
    'a link to nowhere',
    'draw: [{from: hashes, count: 1}]',
    three.replace('CANARY_ASKED in q-1?', 'Read [this](gone)?'),
    `${hashes}:`,
    'there is no lesson "gone"',
  ],
  [
    'a link into itself',
    'draw: [{from: hashes, count: 1}]',
    three.replace('CANARY_ASKED in q-1?', 'Read [this](#q-2)?'),
    `${hashes}:`,
    'name the lesson in the link',
  ],
  [
    'a set without a head',
    'draw: [{from: hashes, count: 1}]',
    'Nothing.',
    `${hashes}:1`,
    'a set begins with front matter',
  ],
  [
    'a prompt that was not written',
    'draw: [{from: hashes, count: 1}]',
    three.replace('CANARY_ASKED in q-1?', '[[write: a question]]'),
    `${hashes}:`,
    'still to be written: a question',
  ],
];

describe('publishing stops where a quiz draws', () => {
  test.each(rows)('%s', async (_title, rules, set, at, message) => {
    const result = await compiled([rules], { [hashes]: set });
    expect(result.course).toBeNull();
    const told = result.problems.filter((problem) => problem.includes(message));
    expect(told, result.problems.join('\n')).toHaveLength(1);
    expect(told[0]).toContain(at);
  });

  test('more than an attempt can ask', async () => {
    const many = bankFile(Array.from({ length: 201 }, (_, at) => ({ id: `q-${at}` })));
    const rules = ['draw: [{from: hashes, count: 200}, {from: more, count: 1}]'];
    const { problems } = await compiled(rules, { [hashes]: many, 'bank/more.md': bankFile([{ id: 'q' }]) });
    expect(problems).toEqual([expect.stringContaining('at most 200 questions, and this comes to 201')]);
  });
});

test('a set that no quiz draws from is not published, and its mistakes are advice', async () => {
  const files = {
    ...courseFiles,
    'bank/hashes.md': three.replace('difficulty="1"', 'difficulty="6"'),
    'bank/Odd name.md': three,
  };
  const { course, problems } = await compileCourse(courseOf(files));
  expect(problems.map(formatProblem)).toEqual([
    expect.stringContaining('bank/Odd name.md:1: a set of the bank is a file like'),
    expect.stringContaining('bank/hashes.md:6: difficulty="6" is not a number'),
  ]);
  expect(problems.every(({ advice }) => advice)).toBe(true);
  expect(JSON.stringify(course)).not.toContain('ASKED');
  const alone = await compileCourse(courseOf());
  expect(course?.contentHash).toBe(alone.course?.contentHash);
});

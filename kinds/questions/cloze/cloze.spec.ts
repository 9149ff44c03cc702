import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCourse } from '@/features/authoring/compile/course';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileContext, directive } from '@/test/directives';
import { gaps as sample } from '../samples';
import { cloze } from '.';

function parse(markdown: string) {
  const context = compileContext();
  const parsed = cloze.parse(directive(markdown), context);
  expect(context.problems).toEqual([]);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed;
}

const { student, key } = parse(sample);
const right = ['hash function', 'SM3', 'chain'];
const score = (answer: string[], of = key) => cloze.grade(of, answer)?.score ?? null;

/** A question as it comes out of the compiler, and what the compiler says. */
async function compiled(markdown: string) {
  const lesson = 'modules/1-first/1-one.md';
  const { course, problems } = await compileCourse(
    courseOf({ [lesson]: `${courseFiles[lesson]}\n${markdown}\n` }),
  );
  const blocks = course?.lessons.flatMap(({ content }) => content.blocks) ?? [];
  return {
    ask: blocks.find(({ id }) => id === 'q')?.question?.ask,
    problems: problems.map(({ message }) => message),
  };
}

test('the learner sees the text around the gaps, and the options of those to choose in, sorted', () => {
  expect(student.prompt).toContain('Which words are missing?');
  expect(student.ask).toMatchObject({
    form: 'gaps',
    gaps: [
      { kind: 'typed', letters: 15 },
      { kind: 'chosen', options: ['SM2', 'SM3', 'SM4'] },
      { kind: 'typed', letters: 15 },
    ],
  });
  expect(JSON.stringify(student)).not.toMatch(/hash|chain|链/);
});

test('a text without words before its gaps has a prompt all the same', () => {
  expect(parse(sample.replace('Which words are missing?', '')).student.prompt).toBe(
    '<p>Complete the text.</p>',
  );
});

test('comes out of the compiler with html that is whole between the gaps, and its paragraphs apart', async () => {
  const cited = sample.replace('each block', 'at 10:30 a "block" :zh[块] :cite[src-1]');
  const { ask, problems } = await compiled(cited);
  expect(problems).toEqual([]);
  expect(ask).toMatchObject({
    parts: [
      'A ',
      ' makes a <em>digest</em>; the standard is ',
      expect.stringMatching(
        /^, and at 10:30 a “block” <span lang="zh">块<\/span><a [^>]*>1<\/a><br>\n?<br>\n?holds that of the last: a $/,
      ),
      '.',
    ],
  });
});

test('a colon in a gap is a colon', async () => {
  const { ask, problems } = await compiled(sample.replace('SM2|=SM3|SM4', '9:30|=10:30'));
  expect(problems).toEqual([]);
  expect(ask).toMatchObject({ gaps: [{}, { options: ['10:30', '9:30'] }, {}] });
});

test.each([
  ['in the text of a lesson', 'Mind the :gap[here].'],
  ['in another question', sample.replace('"cloze"', '"ordering"')],
])('a gap %s is a mistake', async (_where, markdown) => {
  expect((await compiled(markdown)).problems).toContain(':gap[…] stands only in a question of kind="cloze"');
});

test('words that only look like a gap are words', async () => {
  expect((await compiled('Mind the:gap, at 10:30.')).problems).toEqual([]);
});

test('each gap counts alike, and one left empty is wrong', () => {
  expect(score(right)).toBe(1);
  expect(score(['the HASH!', 'SM3', '链'])).toBe(1);
  expect(score(['hash', 'SM3', ''])).toBe(0.666667);
  expect(score(['hash', '', 'block'])).toBe(0.333333);
  expect(score(['digest', 'SM2', 'block'])).toBe(0);
  expect(cloze.grade(key, ['hash', 'SM2', 'chain'])?.options).toEqual([
    { id: '1', right: true, html: '' },
    { id: '2', right: false, html: '' },
    { id: '3', right: true, html: '' },
  ]);
  expect(cloze.grade(key, ['hash', 'SM2', 'chain'])?.overall).toBe(key.wrong);
  expect(cloze.grade(key, right)?.overall).toBe(key.right);
});

test('a mistake of typing is let pass where the author says so', () => {
  const { key: near } = parse(sample.replace('"cloze"', '"cloze" spelling="near"'));
  expect(score(['hash fucntion', 'SM3', 'chain'], near)).toBe(1);
  expect(score(['hash fucntion', 'SM3', 'chain'])).toBe(0.666667);
});

test('what fills no gap, or another number of them, is no answer', () => {
  for (const answer of [
    ['', '', ''],
    ['…', ' ', '"'],
    ['hash', 'SM3'],
    [...right, ''],
    ['hash', 'SM5', 'chain'],
  ])
    expect([answer, score(answer)]).toEqual([answer, null]);
  expect(score(right, { ...key, more: { gaps: 'none' } })).toBeNull();
});

test('fields are as wide as the longest form needs, and all the same', () => {
  const word = fc.stringMatching(/^[a-z]{1,60}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = words.map((one) => `:gap[${one}]`).join(' and ');
      const { student: own, key: ownKey } = parse(
        `:::question{#q kind="cloze"}\nFill.\n\n${text}.\n\n> **No.** No.\n>\n> Yes.\n:::`,
      );
      const ask = own.ask?.form === 'gaps' ? own.ask : null;
      const widths = new Set(ask?.gaps.map((gap) => (gap.kind === 'typed' ? gap.letters : 0)));
      expect(widths.size).toBe(1);
      expect([...widths][0]).toBeGreaterThanOrEqual(
        Math.min(40, Math.max(...words.map((one) => one.length))),
      );
      expect([...widths].every((width) => width % 5 === 0)).toBe(true);
      expect(ask?.parts.length).toBe(words.length + 1);
      expect(score(words, ownKey)).toBe(1);
    }),
    { numRuns: 50 },
  );
});

describe('mistakes are named', () => {
  test.each([
    ['no gaps', sample.replace(/:gap\[[^\]]*\]/g, 'gap'), '1 to 12 gaps'],
    ['too many gaps', sample.replace('A :gap', `${':gap[x] '.repeat(10)} :gap`), '1 to 12 gaps'],
    ['a gap in emphasis', sample.replace('*digest*', '*a :gap[digest]*'), 'not within emphasis'],
    ['a gap in the feedback', sample.replace('Not so.', 'Not :gap[so].'), 'or a quotation'],
    ['a list after a gap', sample.replace('holds', '- one :gap[item]\n\nholds'), 'paragraphs alone'],
    ['an empty gap', sample.replace('hash function|hash', ''), 'nothing in a form'],
    ['an empty form', sample.replace('hash function|hash', 'hash|'), 'nothing in a form'],
    ['two right options', sample.replace('SM2|=SM3', '=SM2|=SM3'), 'one = alone'],
    ['a single option', sample.replace('SM2|=SM3|SM4', '=SM3'), 'two to ten options'],
    ['an option twice', sample.replace('|SM4', '|SM2'), 'read the same'],
    ['no quotation', sample.replace(/\n> \*\*[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
    ['an unknown spelling', sample.replace('"cloze"', '"cloze" spelling="loose"'), 'can only be "near"'],
  ])('%s', (_what, markdown, message) => {
    const context = compileContext();
    cloze.parse(directive(markdown), context);
    expect(context.problems.join('\n')).toContain(message);
  });
});

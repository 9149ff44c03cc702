import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { byHandOn, practised, verdictOn } from '../verdict';
import { written } from '.';
import { writtenSample } from './sample';

function parse(markdown: string) {
  const context = compileContext();
  const parsed = written.parse(directive(markdown), context);
  return { problems: context.problems.join('\n'), parsed };
}
const key = parse(writtenSample).parsed?.key;
if (!key) throw new Error('the sample does not parse');

test('the learner is asked for words, and told what is judged and not what each level is like', () => {
  expect(parse(writtenSample).parsed?.student).toEqual({
    kind: 'written',
    prompt: '<p>Why is a matching hash no proof of truth?</p>',
    options: [],
    ask: {
      form: 'essay',
      least: 3,
      most: 20,
      lang: 'en',
      judged: [
        { title: 'The claim', points: 4 },
        { title: 'The example', points: 3 },
      ],
    },
  });
  expect(key.more).toMatchObject({ rubric: [{ id: 'c1', levels: [{}, {}, {}] }, { id: 'c2' }] });
});

test('its key marks nothing; a person is given what they judge by, and told what the length lacks', () => {
  for (const [text, lacks] of [
    ['Three words are', null],
    ['Two words', 'It has 2 words, and at least 3 are asked for.'],
    ['word '.repeat(21), 'It has 21 words, and at most 20 are taken: shorten it.'],
  ] as const) {
    expect(verdictOn(key, [text])).toBeNull();
    expect(byHandOn(key, [text])).toMatchObject({ lacks, rubric: [{}, {}], model: key.right });
  }
});

test('its writer may say which levels it reaches, and only those that there are', () => {
  const text = 'Three words are';
  for (const levels of [
    ['2', '1'],
    ['', '0'],
    ['', ''],
  ])
    expect(byHandOn(key, [text, ...levels]), levels.join()).not.toBeNull();
  for (const levels of [['2'], ['3', '1'], ['-1', '0'], ['1', '0', '0'], ['x', '']])
    expect(byHandOn(key, [text, ...levels]), levels.join()).toBeNull();
  expect(byHandOn(key, ['', '2', '1'])).toBeNull();
  expect(byHandOn({ ...key, more: { rubric: [] } }, [text])).toBeNull();
});

test('in a lesson it is done as soon as it is long enough, and what it is judged by is shown only then', () => {
  expect(practised(key, ['Two words'])).toMatchObject({
    correct: false,
    byHand: { rubric: [], model: null },
  });
  expect(practised(key, ['Three words are'])).toMatchObject({
    correct: true,
    byHand: { rubric: [{}, {}], model: expect.stringContaining('CANARY_model') },
  });
});

test('a text of 20,000 characters is read, and a longer one refused', () => {
  expect(byHandOn(key, ['w'.repeat(20_000)])).not.toBeNull();
  expect(byHandOn(key, ['w'.repeat(20_001)])).toBeNull();
});

describe('mistakes are named', () => {
  test.each<[string, [string | RegExp, string], string]>([
    ['no least', ['least="3" ', ''], 'needs least="…"'],
    ['more words than can be', ['most="20"', 'most="2001"'], 'needs most="…"'],
    ['least above most', ['least="3"', 'least="30"'], 'more than the most'],
    ['no table', [/\n\|[\s\S]*(?=\n\n>)/, ''], 'its rubric as a table'],
    ['a level before a criterion', ['| The claim |', '| |'], 'names its criterion'],
    ['no points', ['| | 2 |', '| | two |'], '"two" is no number of points'],
    ['no words', ['| One. |', '| |'], 'says what work on it is like'],
    ['a single level', ['| | 3 | One. |\n', ''], 'of “The example”'],
    ['levels that fall', ['| | 4 |', '| | 1 |'], 'from the least to the most points'],
    ['two alike', ['| The example |', '| the claim |'], 'two criteria read the same'],
    ['no prompt', ['Why is a matching hash no proof of truth?', ''], 'no prompt'],
    ['no language', ['lang="en"', 'lang="english!"'], 'is not a language'],
    ['a model that is too long', ['most="20"', 'most="10"'], 'the model answer is not as long'],
  ])('%s', (_title, [from, to], message) => {
    expect(parse(writtenSample.replace(from, to)).problems).toContain(message);
  });
  test('a fourth cell', () => {
    // A table of four columns has them in every row.
    const wide = writtenSample.replaceAll(/\|$/gm, '| x |').replace('| --- | x |', '| --- | --- |');
    expect(parse(wide).problems).toContain('three cells');
  });
});

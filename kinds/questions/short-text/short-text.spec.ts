import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { text as sample } from '../samples';
import { shortText } from '.';

function parse(markdown: string) {
  const context = compileContext();
  const parsed = shortText.parse(directive(markdown), context);
  expect(context.problems).toEqual([]);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed;
}

const { student, key } = parse(sample);
const strict = parse(sample.replace(' spelling="near"', '').replace(' lang="en"', ''));
const said = (answer: string, of = key) => {
  const verdict = shortText.grade(of, [answer]);
  return verdict && [verdict.score, verdict.overall];
};

test('the learner is told the language of the field, and nothing of the forms', () => {
  expect(student.ask).toEqual({ form: 'text', numeric: false, units: [], lang: 'en' });
  expect(strict.student.ask).toMatchObject({ lang: null });
  expect(JSON.stringify(student)).not.toMatch(/hash|哈希|encryption/);
});

test.each(['hash function', 'A “Hash-Function”.', 'ｈａｓｈ  ｆｕｎｃｔｉｏｎ', '哈希函数', '《哈希 函数》'])(
  'is right: %s',
  (answer) => {
    expect(said(answer)).toEqual([1, key.right]);
    expect(said(answer, strict.key)).toEqual([1, key.right]);
  },
);

test('a mistake of typing is let pass where the author says so, and the spelling told', () => {
  expect(said('hash fucntion')).toEqual([1, expect.stringMatching(/CANARY_right.*“hash function”/)]);
  expect(said('hash fucntion', strict.key)).toEqual([0, key.wrong]);
  expect(said('哈希涵数')).toEqual([0, key.wrong]);
});

test('the spelling that is told is text, whatever is in it', () => {
  const { key: odd } = parse(sample.replace('hash function', 'a & function'));
  expect(said('a & fucntion', odd)?.[1]).toContain('“a &amp; function”');
});

test('a wrong answer that was foreseen is explained; any other as a whole', () => {
  expect(said('Encryption')).toEqual([0, expect.stringContaining('CANARY_encryption')]);
  expect(said('encrytion')).toEqual([0, expect.stringContaining('CANARY_encryption')]);
  expect(said('encrytion', strict.key)).toEqual([0, key.wrong]);
  expect(said('hash')).toEqual([0, key.wrong]);
});

test('what says nothing, or too much, is no answer', () => {
  for (const answer of ['', ' ', '…', '“”']) expect(said(answer)).toBeNull();
  expect(shortText.grade(key, ['hash function', ''])).toBeNull();
  expect(shortText.grade({ ...key, more: {} }, ['hash function'])).toBeNull();
});

describe('mistakes are named', () => {
  test.each([
    ['nothing accepted', sample.replace(/- \[x\].*\n/g, ''), 'at least one accepted form'],
    ['no list', sample.replace(/- \[[\s\S]*?\n\n(?=>)/, ''), 'at least one accepted form'],
    ['an item without a box', sample.replace('- [x] 哈', '- 哈'), 'begins with [x]'],
    [
      'no feedback on a wrong form',
      sample.replace('  > **CANARY_encryption.** Not so.\n', ''),
      'carries feedback',
    ],
    ['no misconception', sample.replace('**CANARY_encryption.**', 'No.'), 'misconception'],
    [
      'feedback on a right form',
      sample.replace('- [x] 哈希函数', '- [x] 哈希函数\n  > Yes.'),
      'no feedback of its own',
    ],
    [
      'right and wrong alike',
      sample.replace('[ ] encryption', '[ ] The Hash-Function'),
      'both accepted and wrong',
    ],
    ['two alike', sample.replace('哈希函数', '“Hash function”'), 'reads like a form before it'],
    ['a form of nothing', sample.replace('哈希函数', '…'), 'no letters'],
    ['no quotation', sample.replace(/\n> \*\*[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
    ['no prompt', sample.replace('Which function?', ''), 'no prompt'],
    ['an unknown spelling', sample.replace('"near"', '"loose"'), 'can only be "near"'],
    ['an unknown language', sample.replace('lang="en"', 'lang="English please"'), 'is not a language'],
  ])('%s', (_what, markdown, message) => {
    const context = compileContext();
    shortText.parse(directive(markdown), context);
    expect(context.problems.join('\n')).toContain(message);
  });
});

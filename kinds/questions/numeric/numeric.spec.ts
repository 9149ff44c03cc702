import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { number as sample } from '../samples';
import { numeric } from '.';

function parse(markdown: string) {
  const context = compileContext();
  const parsed = numeric.parse(directive(markdown), context);
  expect(context.problems).toEqual([]);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed;
}

const { student, key } = parse(sample);
const withoutUnits = sample.replace(/ units="[^"]*"/, '').replace('2500 B', '2500');
const said = (answer: string[], of = key) => {
  const verdict = numeric.grade(of, answer);
  return verdict && [verdict.score, verdict.overall];
};

test('units are shown by their size, and not the right one first', () => {
  expect(student.ask).toEqual({ form: 'text', numeric: true, units: ['B', 'kB', 'MB'], lang: null });
  expect(parse(withoutUnits).student.ask).toMatchObject({ units: [] });
});

test.each([
  ['the number', ['29.3', 'kB']],
  ['at the limit of the tolerance', ['29.4', 'kB']],
  ['in another unit', ['29300', 'B']],
  ['in another unit, at the limit', ['0.0294', 'MB']],
  ['with a decimal comma', ['29,3', 'kB']],
  ['as a power of ten', ['2.93×10^4', 'B']],
  ['with the unit behind it', ['29.3 kB', '']],
  ['with the unit behind it alone', ['29300B']],
  ['with the same unit twice', ['29.3kB', 'kB']],
])('is right: %s', (_what, answer) => {
  expect(said(answer)).toEqual([1, key.right]);
});

test('the right number with another unit is worth half, and is told apart', () => {
  expect(said(['29.3', 'MB'])).toEqual([0.5, expect.stringMatching(/^<p><strong>.*The number is right/)]);
  expect(said(['29.5', 'MB'])).toEqual([0, key.wrong]);
});

test('a wrong number that was foreseen is explained, in whichever unit it is given', () => {
  for (const answer of [
    ['2930', 'kB'],
    ['2.93', 'MB'],
    ['2930.05', 'kB'],
  ])
    expect(said(answer)).toEqual([0, expect.stringContaining('CANARY_hundredfold')]);
  expect(said(['2.5', 'kB'])).toEqual([0, expect.stringContaining('CANARY_less')]);
  expect(said(['1', 'kB'])).toEqual([0, key.wrong]);
});

test('how a doubtful sign was read is told with what is wrong', () => {
  expect(said(['1,234', 'kB'])?.[1]).toContain('separator of thousands');
  expect(said(['1.234', 'kB'])?.[1]).toContain('decimal point');
  expect(said(['12.34', 'kB'])?.[1]).toBe(key.wrong);
});

test('what is no number, or has no unit or two of them, is no answer', () => {
  for (const answer of [
    ['29.3'],
    ['29.3', ''],
    ['29.3', 'GB'],
    ['29.3 kB', 'MB'],
    ['much', 'kB'],
    ['29.3 GB', ''],
  ])
    expect([answer, said(answer)]).toEqual([answer, null]);
  expect(said(['29.3', 'kB', ''])).toBeNull();
  const { key: plain } = parse(withoutUnits);
  expect(said(['29.3'], plain)).toEqual([1, plain.right]);
  expect(said(['29.3', 'kB'], plain)).toBeNull();
  expect(said(['29.3 kB'], plain)).toBeNull();
});

test('a key that says nothing of how to mark marks nothing', () => {
  expect(numeric.grade({ ...key, more: undefined }, key.correct)).toBeNull();
  expect(numeric.grade({ ...key, correct: [] }, key.correct)).toBeNull();
});

test('a tolerance is met to its limit, and not beyond, whatever the decimals', () => {
  const tenths = fc.integer({ min: -100_000, max: 100_000 });
  const decimal = (value: number) =>
    `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 10)}.${Math.abs(value) % 10}`;
  fc.assert(
    fc.property(tenths, fc.integer({ min: 0, max: 50 }), tenths, (right, far, off) => {
      const { key: own } = parse(
        `:::question{#q kind="numeric" answer="${decimal(right)}" tolerance="${decimal(far)}"}\nHow much?\n\n> **No.** No.\n>\n> Yes.\n:::`,
      );
      for (const typed of [right + far, right - far, right + far + 1, right - far - 1, off])
        expect([typed, numeric.grade(own, [decimal(typed)])?.correct]).toEqual([
          typed,
          Math.abs(typed - right) <= far,
        ]);
    }),
    { numRuns: 60 },
  );
});

describe('mistakes are named', () => {
  test.each([
    ['no answer', sample.replace('answer="29.3"', ''), 'needs answer='],
    ['an answer that is no number', sample.replace('"29.3"', '"many"'), 'is not a number'],
    ['an answer with thousands', sample.replace('"29.3"', '"1,234"'), 'separators of thousands'],
    ['a tolerance that is none', sample.replace('"0.1"', '"some"'), 'neither an amount'],
    ['a share of nothing', sample.replace('"29.3"', '"0"').replace('"0.1"', '"2%"'), 'a share of 0'],
    ['a single unit', sample.replace('kB, B=0.001, MB=1000', 'kB'), 'at least two'],
    ['a factor of the first unit', sample.replace('kB, B', 'kB=2, B'), 'has no factor'],
    ['a unit without factor', sample.replace('MB=1000', 'MB'), 'how much one MB is'],
    ['a factor of nothing', sample.replace('MB=1000', 'MB=0'), 'how much one MB is'],
    ['a unit twice', sample.replace('MB=1000', 'B=1000'), 'twice'],
    ['a unit without name', sample.replace('MB=1000', '=1000'), 'name of a unit'],
    ['a wrong value that is right', sample.replace('- 2930', '- 29.35'), 'within the tolerance'],
    ['a wrong value that is none', sample.replace('- 2930', '- a lot'), '"a lot" is not a number'],
    ['a wrong value in a strange unit', sample.replace('2500 B', '2500 GB'), 'one of the units'],
    ['a wrong value twice', sample.replace('2500 B', '2930000 B'), 'foreseen twice'],
    [
      'no feedback on a wrong value',
      sample.replace('  > **CANARY_less.** Not so.\n', ''),
      'carries feedback',
    ],
    ['a wrong value without misconception', sample.replace('**CANARY_less.**', 'No.'), 'misconception'],
    ['no quotation', sample.replace(/\n> \*\*[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
    ['no prompt', sample.replace('How much?', ''), 'no prompt'],
  ])('%s', (_what, markdown, message) => {
    const context = compileContext();
    numeric.parse(directive(markdown), context);
    expect(context.problems.join('\n')).toContain(message);
  });
});

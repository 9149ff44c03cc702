import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Exact, isWithin, readNumber, readTolerance, times } from './numbers';

const same = (one: Exact, other: Exact) => compare(one, other) === 0;
const number = (text: string): Exact => {
  const read = readNumber(text);
  if (!read) throw new Error(`${text} is no number`);
  return read.value;
};

describe('a number is read as people type it', () => {
  test.each([
    ['0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['  12 ', '12'],
    ['+12', '12'],
    ['-12', '-12'],
    ['− 12', '-12'],
    ['–12', '-12'],
    ['１２．５', '12.5'],
    ['29。3', '29.3'],
    ['29,3', '29.3'],
    [',5', '0.5'],
    ['0,234', '0.234'],
    ['1234,567', '1234.567'],
    ['1,234.5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u202f234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ["1'234", '1234'],
    ['1’234’567,25', '1234567.25'],
    ['1e6', '1000000'],
    ['1E+6', '1000000'],
    ['2.5e-3', '0.0025'],
    ['3.2×10^5', '320000'],
    ['3.2 x 10^5', '320000'],
    ['3,2 · 10⁵', '320000'],
    ['3.2*10**-2', '0.032'],
    ['3.2×10⁻²', '0.032'],
    ['10^5', '100000'],
    ['10^{-2}', '0.01'],
    ['1/4', '0.25'],
    ['-1 / 4', '-0.25'],
    ['½', '0.5'],
    ['1.5/3', '0.5'],
    ['1e3/2e3', '0.5'],
  ])('%s is %s', (typed, value) => {
    expect(same(number(typed), number(value))).toBe(true);
  });

  test.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    '--1',
    'NaN',
    'Infinity',
    'e5',
    '1e',
    '1e1000',
    '0x10',
    '12 kB',
    '50%',
    '1/0',
    '1/2/3',
    '1/',
    '1½',
    '2²³⁴',
    '1,234,56',
    '12,34,567',
    '1,234 567',
    '1.234.56',
    '1..2',
    '1 2',
    'xe5',
    '٣',
  ])('%j is none', (typed) => {
    expect(readNumber(typed)).toBeNull();
  });

  test('a sign that can mean two things is read by one rule, and named', () => {
    expect(readNumber('1,234')).toEqual({ value: { n: 1234n, d: 1n }, doubt: 'comma' });
    expect(readNumber('1.234')).toEqual({ value: { n: 1234n, d: 1000n }, doubt: 'point' });
    expect(readNumber('1/1,234')?.doubt).toBe('comma');
    for (const sure of ['1,234,567', '1,234.0', '0.234', '0,234', '12.34', '12,34', '1234.567', "1'234"])
      expect([sure, readNumber(sure)?.doubt]).toEqual([sure, null]);
  });
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{1,8}$/))
  .map(([minus, whole, part]) => ({ sign: minus ? '-' : '', whole: String(whole), part }));

test('the same number is read from every way of writing it', () => {
  fc.assert(
    fc.property(decimal, ({ sign, whole, part }) => {
      const { n, d } = number(`${sign}${whole}.${part}`);
      expect(d).toBe(10n ** BigInt(part.length));
      expect(n).toBe(BigInt(`${sign}${whole}${part}`));
      const groups = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
      const ways = [`${groups(',')}.${part}`, `${groups(' ')},${part}`, `${groups("'")}.${part}`];
      if (whole.length > 3) ways.push(`${groups('.')},${part}`);
      // A single comma before three digits is read as thousands, so it is left out where it would be one.
      for (const way of ways.filter((text) => !/^[1-9]\d{0,2},\d{3}$/.test(text)))
        expect([way, same(number(`${sign}${way}`), { n, d })]).toEqual([way, true]);
      expect(same(number(`${sign}${whole}${part}e-${part.length}`), { n, d })).toBe(true);
      expect(same(number(`${sign}${whole}${part}/1${'0'.repeat(part.length)}`), { n, d })).toBe(true);
    }),
  );
});

test('whatever is typed is a number of digits or none, and never throws', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,'/ -+e^x×*(){}⁵½"), maxLength: 40 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readNumber(text);
      if (read) expect(read.value.d).toBeGreaterThan(0n);
    }),
    { numRuns: 2000, examples: [['1,'.repeat(250)], ['1 '.repeat(250)], [`${'9'.repeat(495)}e999`]] },
  );
});

test('sums of tenths are what they are on paper', () => {
  expect(isWithin(number('0.3'), number('0.1'), { amount: number('0.2'), percent: false })).toBe(true);
  expect(same(times(number('0.1'), number('3')), number('0.3'))).toBe(true);
  expect(same(number('1/3'), number('0.3333333333333333'))).toBe(false);
});

test('numbers are compared without rounding', () => {
  expect(compare(number('1/3'), number('0.3333333333333333'))).toBeGreaterThan(0);
  expect(compare(number('-1e300'), number('-1/3'))).toBeLessThan(0);
  expect(compare(number('2/4'), number('0.50'))).toBe(0);
});

test.each([
  ['29.4', '29.3', '0.1', true],
  ['29.2', '29.3', '0.1', true],
  ['29.41', '29.3', '0.1', false],
  ['102', '100', '2%', true],
  ['102.01', '100', '2%', false],
  ['-98', '-100', '2 %', true],
  ['-97.9', '-100', '２％', false],
  ['0', '0', '2%', true],
  ['0.01', '0', '2%', false],
  ['-1', '1', '0', false],
])('%s is as near to %s as %s allows: %s', (value, target, tolerance, within) => {
  const read = readTolerance(tolerance);
  expect(read && isWithin(number(value), number(target), read)).toBe(within);
});

test('a tolerance is an amount or a percentage, not less than nothing', () => {
  for (const none of ['', '%', '-1', 'a lot', '2%%', '2% 3']) expect(readTolerance(none)).toBeNull();
});

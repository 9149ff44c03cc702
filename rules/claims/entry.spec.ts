import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClaimEntry,
  type ClaimWords,
  claimFieldNames,
  claimFields,
  claimLevels,
  claimModes,
  claimText,
  claimWordsOf,
  isComplete,
  logText,
  missingIn,
  missingInWords,
  noWords,
} from './entry';

const whole: ClaimWords = {
  claim: 'Mangoes are traced in 2.2 seconds.',
  speaker: 'The company',
  mode: 'paraphrase',
  evidence: 'A talk of its own.',
  level: 'E2',
  change: 'A trial by others.',
  passage: 'D10',
};

describe('an entry', () => {
  test('is complete with everything but a passage', () => {
    expect(isComplete(whole)).toBe(true);
    expect(isComplete({ ...whole, passage: '' })).toBe(true);
    expect(missingInWords(whole)).toBeNull();
  });
  test.each(claimFieldNames.filter((name) => name !== 'passage'))('is not without its %s', (name) => {
    for (const empty of ['', ' \n\t']) {
      const words = { ...whole, [name]: empty };
      expect(missingIn(words)).toEqual([name]);
      expect(missingInWords(words)).toBe(`Still missing: ${claimFields[name].toLowerCase()}.`);
    }
  });
  test('of which nothing is written needs everything', () => {
    expect(missingIn(noWords())).toHaveLength(6);
    expect(noWords('D4').passage).toBe('D4');
  });
});

const words: fc.Arbitrary<ClaimWords> = fc.record({
  claim: fc.string(),
  speaker: fc.string(),
  mode: fc.constantFrom('' as const, ...claimModes),
  evidence: fc.string({ unit: 'grapheme' }),
  level: fc.constantFrom('' as const, ...claimLevels),
  change: fc.string(),
  passage: fc.constantFrom('', 'D4'),
});

describe('the text of an entry', () => {
  test('is read as what was written, whatever that is', () =>
    fc.assert(
      fc.property(words, (given) => {
        expect(claimWordsOf(claimText(given))).toEqual(given);
      }),
    ));
  test('is the same for the same words, in whichever order they stand', () =>
    expect(claimText(Object.fromEntries(Object.entries(whole).reverse()) as ClaimWords)).toBe(
      claimText(whole),
    ));
  test.each(['', '{', 'null', '1', '[]', '{}', claimText(whole).replace('"The company"', '7')])(
    '%j is none',
    (text) => expect(claimWordsOf(text)).toBeNull(),
  );
  test('leaves out levels and modes that nobody knows', () =>
    expect(claimWordsOf(claimText(whole).replace('E2', 'E9').replace('"paraphrase"', '{}'))).toEqual({
      ...whole,
      level: '',
      mode: '',
    }));
});

test('the text of a log differs with any word, lesson, entry or order', () => {
  const one: ClaimEntry = { ...whole, id: 'a', lesson: 'one' };
  const two: ClaimEntry = { ...whole, id: 'b', lesson: 'one' };
  const logs = [
    [one],
    [two],
    [one, two],
    [two, one],
    [],
    [{ ...one, lesson: 'two' }],
    [{ ...one, claim: '' }],
  ];
  expect(new Set(logs.map(logText)).size).toBe(logs.length);
  expect(logText([{ ...one }])).toBe(logText([one]));
});

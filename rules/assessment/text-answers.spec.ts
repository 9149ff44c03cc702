import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNearly, isOneMistakeAway, matchText, normalText } from './text-answers';

describe('a text is compared without what does not matter', () => {
  test.each([
    ['Hash Function', 'hash function'],
    ['  hash \t\n function ', 'hash function'],
    ['hash-function', 'hash function'],
    ['hash‑function', 'hash function'],
    ['hash – function', 'hash function'],
    ['hash_function', 'hash function'],
    ['“hash function”', 'hash function'],
    ['the "hash function".', 'hash function'],
    ['(a hash function)!', 'hash function'],
    ['A Hash, function;', 'hash function'],
    ['an the a hash', 'hash'],
    ['ｈａｓｈ　ｆｕｎｃｔｉｏｎ', 'hash function'],
    ['ﬁnality', 'finality'],
    ['STRASSE', 'straße'],
    ['STRAẞE', 'strasse'],
    ['naïve', 'naive'],
    ['İstanbul', 'istanbul'],
    ['huàyǔquán', 'huayuquan'],
    ['huàyǔquán', 'huayuquan'],
    ['lǜ', 'lu'],
    ["Xī'ān", 'xian'],
    ['Moore’s law', 'moores law'],
    ['《哈希函数》。', '哈希函数'],
    ['哈希 函数', '哈希函数'],
    ['哈希　函数！', '哈希函数'],
    ['「话语权」', '话语权'],
    ['SM３', 'sm3'],
    ['ΛΟΓΟΣ', 'λογος'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
  ])('%j reads as %j', (text, other) => {
    expect(normalText(text)).toBe(normalText(other));
  });

  test.each([
    ['话语权', '話語權'],
    ['C', 'C#'],
    ['C', 'C++'],
    ['50', '50%'],
    ['hash function', 'hashfunction'],
    ['SHA 256', 'SHA 512'],
    ['が', 'か'],
    ['a', 'b'],
    ['proof of work', 'proof of stake'],
  ])('%j is another answer than %j', (text, other) => {
    expect(normalText(text)).not.toBe(normalText(other));
  });

  test('an article alone is a word', () => {
    expect(normalText('The.')).toBe('the');
    expect(normalText('a the')).toBe('the');
  });

  test('what says nothing is nothing', () => {
    for (const nothing of ['', ' ', '…', '“”', ' - ', '\u200b', '\u0000'])
      expect(normalText(nothing)).toBe('');
  });

  test('a normal form is its own', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          'the',
          ' ',
          '-',
          "'",
          '"',
          '(',
          '哈',
          '希',
          'ǜ',
          'ß',
          'ẞ',
          'Σ',
          '.',
          '\u0301',
        ),
      }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const normal = normalText(text);
        expect(normalText(normal)).toBe(normal);
        expect(normalText(` “${normal}”. `)).toBe(normal);
      }),
      { numRuns: 2000 },
    );
  });

  test('long texts take no longer than their length', () => {
    for (const part of ['the (', '. . ', 'á\u0301', '哈 ', "'", '-'])
      expect(normalText(part.repeat(20_000)).length).toBeLessThanOrEqual(100_000);
  });
});

describe('one mistake of typing', () => {
  test.each([
    ['digest', 'digets', true],
    ['digest', 'diegst', true],
    ['digest', 'digst', true],
    ['digest', 'digestt', true],
    ['digest', 'xdigest', true],
    ['digest', 'ligest', true],
    ['digest', 'digesx', true],
    ['digest', 'digest', false],
    ['digest', 'dgiets', false],
    ['digest', 'degust', false],
    ['digest', 'digestab', false],
    ['digest', 'idgset', false],
    ['digest', 'igestd', false],
  ])('%s and %s: %s', (one, other, near) => {
    expect(isOneMistakeAway(one, other)).toBe(near);
    expect(isOneMistakeAway(other, one)).toBe(near);
  });

  test('is found wherever it is made', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.stringMatching(/^[A-Z]$/), (text, place, letter) => {
        const at = place % text.length;
        const [before, after] = [text.slice(0, at), text.slice(at)];
        expect(isOneMistakeAway(text, `${before}${letter}${after}`)).toBe(true);
        expect(isOneMistakeAway(text, `${before}${letter}${after.slice(1)}`)).toBe(true);
        expect(isOneMistakeAway(text, `${before}${after.slice(1)}`)).toBe(true);
        expect(isOneMistakeAway(text, `${letter}${before}${letter}${after}`)).toBe(false);
        const swapped = `${before}${after.slice(1, 2)}${after.slice(0, 1)}${after.slice(2)}`;
        expect(isOneMistakeAway(text, swapped)).toBe(swapped !== text);
      }),
    );
  });

  test.each([
    ['hash fucntion', 'hash function', true],
    ['hahs function', 'hash function', false],
    ['hahs fucntion', 'hash function', false],
    ['merkel tree', 'merkle tree', true],
    ['functoin of integrty', 'function of integrity', false],
    ['hash', 'hash function', false],
    ['hashfunction', 'hash function', false],
    ['哈希涵数', '哈希函数', false],
    ['一二三四五六八', '一二三四五六七', false],
    ['sha256', 'sha512', false],
    ['123457', '123456', false],
  ])('in a long Latin word is let pass: %s for %s is %s', (text, form, near) => {
    expect(isNearly(text, form)).toBe(near);
  });
});

describe('an answer is matched', () => {
  const forms = { accepted: ['encryption', '加密'], wrong: ['decryption', 'the hashing'], near: true };
  test.each([
    ['Encryption!', { list: 'accepted', at: 0, exact: true }],
    ['加 密', { list: 'accepted', at: 1, exact: true }],
    ['hashing', { list: 'wrong', at: 1, exact: true }],
    ['encrpytion', { list: 'accepted', at: 0, exact: false }],
    ['hashnig', { list: 'wrong', at: 1, exact: false }],
    // As near to the one as to the other.
    ['ecryption', { list: 'wrong', at: 0, exact: false }],
    ['signature', null],
    ['', null],
  ])('%s', (answer, match) => {
    expect(matchText(answer, forms)).toEqual(match);
    expect(matchText(answer, { ...forms, near: false })).toEqual(match?.exact ? match : null);
  });

  test('spelt like an accepted form is right, however near a wrong one is', () => {
    const close = { accepted: ['affected'], wrong: ['effected'], near: true };
    expect(matchText('affected', close)).toMatchObject({ list: 'accepted' });
    expect(matchText('effected', close)).toMatchObject({ list: 'wrong' });
  });
});

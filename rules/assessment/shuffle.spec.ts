import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffled } from './shuffle';

const text = fc.stringMatching(/^[A-Za-z ]{1,5}$/);

test('what is put in another order stays whole, never keeps its order, and gets the same one each time', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const shown = shuffled(texts);
      expect(shown).not.toEqual(texts);
      expect([...shown].sort()).toEqual([...texts].sort());
      expect(shuffled(texts)).toEqual(shown);
    }),
  );
});

test('those whose order tells something lose it, whoever stands among them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), fc.nat(6), (texts, extra) => {
      const telling = texts.slice(0, Math.max(2, texts.length - extra));
      const shown = shuffled(texts, telling);
      expect([...shown].sort()).toEqual([...texts].sort());
      expect(shown.filter((one) => telling.includes(one))).not.toEqual(telling);
    }),
  );
});

test('one alone and none stay as they are', () => {
  expect(shuffled(['a'])).toEqual(['a']);
  expect(shuffled([])).toEqual([]);
});

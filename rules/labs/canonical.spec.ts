import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, valuesIn } from './canonical';

test('values have one spelling as JSON, whatever order they were given in', () => {
  expect(canonicalJson({ b: '"x"\n', a: '€' })).toBe('{"a":"€","b":"\\"x\\"\\n"}');
  expect(canonicalJson({ a: '€', b: '"x"\n' })).toBe(canonicalJson({ b: '"x"\n', a: '€' }));
  // The order of RFC 8785, section 3.2.3: by UTF-16 code units.
  expect(canonicalJson({ '\u{1f600}': '1', '\ufb33': '2' })).toBe('{"\u{1f600}":"1","\ufb33":"2"}');
});

test('values that are written are read again, and anything else has none', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        fc.string(),
      ),
      (values) => {
        expect(valuesIn(canonicalJson(values))).toEqual({ ...values });
      },
    ),
  );
  for (const text of ['', 'null', '[]', '3', '{"a":1}', '{"a":']) expect(valuesIn(text)).toEqual({});
});

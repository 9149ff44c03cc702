import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHashes } from './canonical';

/** The plain way to say it: what editions were named by from the first on. */
const plainly = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

describe('canonical JSON', () => {
  test('has its keys in order, whatever order they came in', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: null })).toBe('{"a":null,"b":[{"x":2,"y":1}]}');
    expect(canonicalJson({ x: 1, 10: 'ten', 2: 'two', '02': 0 })).toBe('{"2":"two","10":"ten","02":0,"x":1}');
  });

  test('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  test('is that of the plain way, for any value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === plainly(value)));
  });
});

test('the hash of an edition is that of its whole canonical JSON, those of its lessons of theirs', () => {
  const lesson = fc.record({ content: fc.jsonValue(), keys: fc.jsonValue() });
  const edition = fc.record({ manifest: fc.jsonValue(), lessons: fc.array(lesson, { maxLength: 4 }) });
  const hashOf = (value: unknown) => createHash('sha256').update(plainly(value)).digest('hex');
  fc.assert(
    fc.property(edition, (content) => {
      expect(contentHashes(content)).toEqual({
        whole: hashOf(content),
        lessons: content.lessons.map(hashOf),
      });
    }),
  );
});

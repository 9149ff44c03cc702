import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendEntry } from './append-entry';

const entry = { id: 'nonce', term: 'nonce', definition: 'A number: "once".' };

/** A few lines that would become millions of entries. */
const bomb = `- &a0 [x]\n${Array.from({ length: 12 }, (_none, n) => `- &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`).join('\n')}\n`;

describe('an entry', () => {
  test.each([
    ['a list', '- id: a\n  see: [b, c]   # kept\n\n# between\n- {id: b}\n'],
    ['a list that is indented', '  - id: a\n  - id: b\n'],
    ['a list without an end of line', '- id: a'],
    ['a list with a note at its end', '- id: a\n# the end\n'],
    ['a list of words with dashes', '---\n- id: "a"\n  definition: >\n    folded\n    text\n'],
  ])('is written below %s, which stays as it is', (_what, text) => {
    const added = appendEntry(text, entry) ?? '';
    expect(added.startsWith(text.trimEnd())).toBe(true);
    expect(parse(added)).toEqual([...(parse(text) as unknown[]), entry]);
  });

  test.each(['', '\n', '# nothing yet\n', '[]', '[]\n', '[{id: a}]\n'])('goes into %j', (text) => {
    const before = (parse(text) as unknown[] | null) ?? [];
    const added = appendEntry(text, entry) ?? '';
    expect(parse(added)).toEqual([...before, entry]);
    if (text.startsWith('#')) expect(added).toContain('# nothing yet');
  });

  test.each(['- id: [\n', 'id: a\n', '"words"\n', '- a\nb: c\n', bomb])('is not forced into %j', (text) => {
    expect(appendEntry(text, entry)).toBeNull();
  });
});

test('whatever its words are, they are read again as they were', () => {
  const word = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(fc.array(fc.record({ id: word, term: word }), { maxLength: 4 }), (entries) => {
      let text = '';
      for (const added of entries) text = appendEntry(text, added) ?? 'lost';
      expect(entries.length === 0 ? [] : parse(text)).toEqual(entries);
    }),
  );
});

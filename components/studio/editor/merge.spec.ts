import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffRows } from './diff-rows';
import { mergeTexts } from './merge';

const base = 'one\ntwo\nthree\nfour\nfive\nsix';

describe('what two people made of one text', () => {
  test.each([
    [
      'different lines',
      base.replace('one', 'ONE'),
      base.replace('six', 'SIX'),
      'ONE\ntwo\nthree\nfour\nfive\nSIX',
    ],
    [
      'one adds, one takes out',
      `${base}\nseven`,
      base.replace('two\n', ''),
      'one\nthree\nfour\nfive\nsix\nseven',
    ],
    ['the same change', base.replace('two', '2'), base.replace('two', '2'), base.replace('two', '2')],
    [
      'the same change and one more',
      base.replace('two', '2'),
      base.replace('two', '2').replace('six', '6'),
      base.replace('two', '2').replace('six', '6'),
    ],
    ['only mine', base.replace('two', '2'), base, base.replace('two', '2')],
    ['only theirs', base, base.replace('two', '2'), base.replace('two', '2')],
  ])('is put together: %s', (_what, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
    expect(mergeTexts(base, theirs, mine)).toBe(merged);
  });

  test.each([
    ['the same line', base.replace('two', 'A'), base.replace('two', 'B')],
    ['neighbouring lines', base.replace('two', 'A'), base.replace('three', 'B')],
    ['one takes a line out, one empties it', base.replace('two\n', ''), base.replace('two', '')],
    ['both add at the end', `${base}\nA`, `${base}\nB`],
    ['one changes what the other takes out', base.replace('two', 'A'), base.replace('two\nthree\n', '')],
  ])('is left to a person: %s', (_what, mine, theirs) => {
    expect(mergeTexts(base, mine, theirs)).toBeNull();
    expect(mergeTexts(base, theirs, mine)).toBeNull();
  });

  test('is never put together so that a line of either is lost', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { minLength: 1, maxLength: 12 });
    const count = (text: string, line: string) => text.split('\n').filter((other) => other === line).length;
    fc.assert(
      fc.property(lines, lines, lines, (first, second, third) => {
        const [from, mine, theirs] = [first, second, third].map((all) => all.join('\n')) as [
          string,
          string,
          string,
        ];
        expect(mergeTexts(from, mine, from)).toBe(mine);
        expect(mergeTexts(from, from, theirs)).toBe(theirs);
        expect(mergeTexts(from, mine, mine)).toBe(mine);
        const merged = mergeTexts(from, mine, theirs);
        expect(mergeTexts(from, theirs, mine)).toBe(merged);
        if (merged === null || mine === theirs) return;
        // Without changes that both made, each line is there as often as the two changes say.
        for (const line of ['a', 'b', 'c', 'd', '']) {
          const sum = count(mine, line) + count(theirs, line) - count(from, line);
          expect(count(merged, line)).toBeGreaterThanOrEqual(
            Math.min(sum, count(mine, line), count(theirs, line)),
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a comparison', () => {
  const shown = (before: string, after: string) =>
    diffRows(before, after)?.map((row) =>
      row.kind === 'skipped'
        ? `… ${row.count}`
        : `${row.kind[0]} ${row.parts.map(({ text, changed }) => (changed ? `<${text}>` : text)).join('')}`,
    );

  test('marks the words that differ in a line, and leaves out what is the same', () => {
    const many = Array.from({ length: 20 }, (_none, index) => `line ${index}`).join('\n');
    expect(shown(`${many}\nThe hash is short.\n${many}`, `${many}\nThe digest is short.\n${many}`)).toEqual([
      '… 18',
      's line 18',
      's line 19',
      'r The <hash> is short.',
      'a The <digest> is short.',
      's line 0',
      's line 1',
      '… 18',
    ]);
  });

  test('shows lines that were added or taken out as a whole', () => {
    expect(shown('a\nb\nc', 'a\nc\nd')).toEqual(['s a', 'r b', 's c', 'a d']);
    expect(shown('', 'a')).toEqual(['r <>', 'a <a>']);
  });

  test('loses nothing of either text', () => {
    const lines = fc.array(fc.constantFrom('a b', 'a c', 'b', '', 'd e f'), { maxLength: 15 });
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const [before, after] = [first.join('\n'), second.join('\n')];
        const rows = diffRows(before, after) ?? [];
        const side = (kind: 'added' | 'removed') =>
          rows.flatMap((row) => {
            if (row.kind === 'skipped') return Array<string>(row.count).fill('?');
            return row.kind === 'same' || row.kind === kind
              ? [row.parts.map(({ text }) => text).join('')]
              : [];
          }).length;
        expect([side('removed'), side('added')]).toEqual([
          before.split('\n').length,
          after.split('\n').length,
        ]);
      }),
    );
  });
});

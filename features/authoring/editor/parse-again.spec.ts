import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../compile/markdown';
import { readCourseFolder } from '../course-folder';
import { type Parsed, parseAgain } from './parse-again';

const { texts } = await readCourseFolder(
  join(import.meta.dirname, '../../../content/reading-a-blockchain-policy'),
);
const lessons = [...texts].filter(([path]) => path.endsWith('.md')).map(([, text]) => text);

/** What may open, close, join or break something, in any place. */
const pieces = [
  '\n',
  '\n\n',
  '    ',
  '- a',
  '- a\n\n  b\n',
  '1. x\n',
  '2. y\n',
  '> q\n',
  '```\n',
  '~~~js\n',
  '$$\n',
  ':::callout{#c kind="note"}\n',
  ':::\n',
  '::figure{#f}\n',
  '# h\n',
  '## h {#h}\n',
  '===\n',
  '---\n',
  '| a | b |\n| - | - |\n| 1 | 2 |\n',
  '<div>\n',
  '<!-- ',
  '-->',
  '*',
  '`',
  '[x]',
  '[x](y)',
  '[x]: /y\n',
  '[^1]: note\n',
  '[^1]',
  'words and words',
  ':cite[s]',
  '\\',
  '\t',
  '- [ ] o\n  > f\n',
];
const piece = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 }));
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: piece });

const changed = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
};

/** Parses a text and then each of its changes, and compares every tree with one parsed from nothing. */
function follow(text: string, edits: { at: number; remove: number; insert: string }[]): void {
  let parsed: Parsed = parseAgain(null, text);
  for (const one of edits) {
    const next = changed(parsed.text, one);
    parsed = parseAgain(parsed, next);
    // As text: comparing two large trees node by node takes longer than parsing both.
    if (JSON.stringify(parsed.tree) !== JSON.stringify(parseMarkdown(next)))
      expect(parsed.tree).toEqual(parseMarkdown(next));
  }
}

describe('a text that is parsed again gives the tree of one parsed from nothing', () => {
  test('whatever it is made of', () => {
    const text = fc.array(piece, { maxLength: 25 }).map((all) => all.join(''));
    fc.assert(fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), follow), { numRuns: 600 });
  });

  test('whatever is done to a lesson', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lessons), fc.array(edit, { minLength: 1, maxLength: 3 }), follow),
      { numRuns: 25 },
    );
  });

  test.each([
    ['a fence that is opened', 'a\n\nb\n\nc\n\nd\n\ne\n', 'a\n\n```\n\nb\n\nc\n\nd\n\ne\n'],
    ['a list that grows together', 'a\n\n- b\n\nx\n\n- c\n\nd\n\ne\n', 'a\n\n- b\n\n- c\n\nd\n\ne\n'],
    ['a link that gets its address', 'a [x]\n\nb\n\nc\n\nd\n', 'a [x]\n\nb\n\nc\n\n[x]: /y\n'],
    ['a block that loses its end', ':::a\nb\n:::\n\nc\n\nd\n\ne\n', ':::a\nb\n\nc\n\nd\n\ne\n'],
    ['everything', 'a', ''],
    ['nothing', '', 'a\n\nb'],
  ])('%s', (_what, before, after) => {
    expect(parseAgain(parseAgain(null, before), after).tree).toEqual(parseMarkdown(after));
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { setFields, setFrontMatter } from './front-matter';

const head = `# top
id: study-session # never change
title: "What: it is"
summary: >-
  Who spoke in October 2019, how
  the words reached the article.

# about time
minutes: 17   # a guess
directives: [D1, D14]
objectives:
  # the first
  - Identify.
  - Distinguish. # keep

  # more to come
# the day
verified: "2026-11-23"
# the end
`;

test('what is not set stays character for character, with the comments around what is', () => {
  const text = setFields(head, {
    title: 'New',
    minutes: 20,
    verified: '2027-01-01',
    objectives: ['Identify.', 'Explain.', 'Weigh.'],
  });
  expect(text).toBe(
    head
      .replace('"What: it is"', '"New"')
      .replace('minutes: 17   # a guess', 'minutes: 20 # a guess')
      .replace('"2026-11-23"', '"2027-01-01"')
      .replace('  - Distinguish. # keep\n', '  - Explain. # keep\n  - Weigh.\n'),
  );
});

test('setting what is there changes nothing, and null takes a field out', () => {
  expect(setFields(head, { title: 'What: it is', minutes: 17, directives: ['D1', 'D14'], after: null })).toBe(
    head,
  );
  expect(setFields(head, { minutes: null })).toBe(head.replace('minutes: 17   # a guess\n', ''));
});

test('new fields come last, lists keep their style', () => {
  const text = setFields(head, { opens: '2026-12-01 09:00', directives: ['D2'], prerequisites: ['a', 'b'] });
  expect(text).toContain('directives: [D2]\n');
  expect(text).toMatch(/# the end\nopens: 2026-12-01 09:00\nprerequisites:\n {2}- a\n {2}- b\n$/);
});

/** Each line names the one before nine times. */
const bomb = [
  'l0: &l0 x',
  ...Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`),
  'a: b',
].join('\n');

test('a text with mistakes is left alone', () => {
  for (const text of ['a: [', '- a list', '', 'plain', '{id: a, title: b}', 'a: &x 1\nb: *x\n', bomb])
    expect(setFields(text, { a: 'new' })).toBeNull();
});

test('whatever is set is what is read afterwards, and the rest is what it was', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/\s+/g, ' ').trim() || 'x'),
    fc.constantFrom(
      'yes',
      'null',
      '12',
      '# no comment',
      'a: b',
      "it's",
      '- x',
      '[[write: it]]',
      '"',
      '2026-01-01',
    ),
  );
  fc.assert(
    fc.property(value, fc.array(value, { minLength: 1, maxLength: 4 }), (title, objectives) => {
      const text = setFields(head, { title, objectives, level: title });
      expect(parse(text ?? '')).toEqual({ ...parse(head), title, objectives, level: title });
    }),
  );
});

test('the text of a lesson stays byte for byte, with any line ends', () => {
  const body = 'One --- two.\n\n---\n\n\ttabs  \nand: colons';
  expect(setFrontMatter(`---\n${head}---\n${body}`, { minutes: 1 })).toBe(
    `---\n${head.replace('17   #', '1 #')}---\n${body}`,
  );
  const windows = `---\r\nid: a\r\ntitle: b\r\n---\r\n${body}\r\n`;
  expect(setFrontMatter(windows, { title: 'c', minutes: 5 })).toBe(
    windows.replace('title: b\r\n', 'title: c\r\nminutes: 5\r\n'),
  );
  expect(setFrontMatter(body, { title: 'c' })).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCourse } from '@/features/authoring/compile/course';
import { parseMarkdown } from '@/features/authoring/compile/markdown';
import type { InsertField } from '@/kinds/insert';
import type { Asset } from '@/rules/authoring/course-files';
import { courseFiles, courseOf } from '@/test/course-folder';
import { standsAlone, textInserts } from './text-inserts';

const lesson = 'modules/1-first/1-one.md';
const assets = new Map<string, Asset>([
  ['assets/a chain.png', { hash: 'a'.repeat(64), type: 'image/png', bytes: 10, width: 5, height: 5 }],
]);
const given: Partial<Record<InsertField['kind'], string>> = {
  source: 'src-1',
  term: 'hash-function',
  lesson: 'one',
  asset: 'assets/a chain.png',
};
const valueFor = ({ kind, options, example, name }: InsertField, choice: number): string =>
  given[kind] ?? options?.[choice % options.length]?.value ?? example ?? `Words for ${name}`;

/** Whether somebody types into it, rather than choosing. */
const isTyped = ({ kind }: InsertField): boolean => ['text', 'long', 'lines'].includes(kind);

describe.each(textInserts)('$label', (insert) => {
  test.each([0, 1])('writes what compiles without a word (%d)', async (choice) => {
    const values = Object.fromEntries(insert.fields.map((field) => [field.name, valueFor(field, choice)]));
    const markdown = insert.markdown(values, 'an-id');
    const text = standsAlone(insert, markdown) ? `\n\n${markdown}\n` : `\n\nBefore${markdown} after.\n`;
    const files = courseOf({ [lesson]: courseFiles[lesson] + text });
    const { course, problems } = await compileCourse({ ...files, assets });
    expect([problems, course === null]).toEqual([[], false]);
  });

  test('says what it is for', () => {
    expect(insert.about).toMatch(/^[A-Z].+\.$/);
  });

  test('stays within its place, whatever is typed', () => {
    const words = fc.string({
      unit: fc.constantFrom('[', ']', '(', ')', '`', '|', '\\', '\n', 'a', ' ', ':', '<', '>', '$', '#'),
    });
    const values = fc.record(
      Object.fromEntries(
        insert.fields.map((field) => [
          field.name,
          isTyped(field) ? words : fc.nat(9).map((at) => valueFor(field, at)),
        ]),
      ),
    );
    fc.assert(
      fc.property(values, (typed) => {
        const markdown = insert.markdown(typed, 'an-id');
        if (!standsAlone(insert, markdown)) {
          expect(markdown.trim()).not.toMatch(/\n\s*\n/);
          return;
        }
        const tree = parseMarkdown(`Before.\n\n${markdown.trim()}\n\nAfter.\n`);
        expect([tree.children[0]?.type, tree.children.at(-1)?.type]).toEqual(['paragraph', 'paragraph']);
      }),
    );
  });
});

test('a word that is its entry is written short', () => {
  const term = textInserts.find(({ name }) => name === 'term');
  expect(term?.markdown({ term: 'hash-function', words: '' }, '')).toBe(':term[hash function]');
  expect(term?.markdown({ term: 'hash-function', words: 'hash functions' }, '')).toBe(
    ':term[hash functions]{ref=hash-function}',
  );
});

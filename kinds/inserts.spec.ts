import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCourse } from '@/features/authoring/compile/course';
import { parseMarkdown } from '@/features/authoring/compile/markdown';
import type { Asset, AssetType } from '@/rules/authoring/course-files';
import { courseFiles, courseOf } from '@/test/course-folder';
import { blockKinds } from './blocks/registry';
import type { Insert, InsertField, InsertValues } from './insert';
import { blockInserts } from './inserts';
import { questionKinds } from './questions/registry';

const lesson = 'modules/1-first/1-one.md';

/** A value as somebody would give it: the example, the first choice, what the small course has. */
function valueFor(field: InsertField, choice = 0): string {
  const { kind, options = [], example, initial } = field;
  const given: Partial<Record<typeof kind, string>> = {
    passage: 'D1',
    source: 'src-1',
    figure: 'hash-chain',
    lab: 'fingerprint',
    term: 'digest',
    lesson: 'one',
    objective: '1',
    choice: (options[choice % Math.max(1, options.length)] ?? { value: '' }).value,
    asset: field.types?.includes('text/vtt') ? 'assets/words.vtt' : `assets/${assetNameFor(field)}`,
  };
  return given[kind] ?? initial ?? example ?? `Some words for ${field.name}`;
}

const assetNameFor = ({ types = [] }: InsertField): string => {
  if (types.some((type) => type.startsWith('video/'))) return 'film.mp4';
  if (types.some((type) => type.startsWith('audio/'))) return 'talk.mp3';
  return types.includes('application/pdf') ? 'paper.pdf' : 'picture.png';
};

const filled = (insert: Insert, leaveOut = false, choice = 0): InsertValues =>
  Object.fromEntries(
    insert.fields
      .filter(({ optional }) => !(leaveOut && optional))
      .map((field) => [field.name, valueFor(field, choice)]),
  );

const assets = new Map<string, Asset>(
  (
    [
      ['picture.png', 'image/png'],
      ['paper.pdf', 'application/pdf'],
      ['talk.mp3', 'audio/mpeg'],
      ['film.mp4', 'video/mp4'],
      ['words.vtt', 'text/vtt'],
    ] satisfies [string, AssetType][]
  ).map(([name, type], index) => [
    `assets/${name}`,
    { hash: String(index).repeat(64), type, bytes: 100, width: 10, height: 10 },
  ]),
);

/** What the compiler says of the small course with this at the end of its lesson. */
async function problemsWith(markdown: string): Promise<string[]> {
  const files = courseOf({ [lesson]: `${courseFiles[lesson]}\n${markdown}\n` });
  const { course, problems } = await compileCourse({ ...files, assets });
  const said = problems.map(({ line, message }) => `${line}: ${message}`);
  return course ? said : [...said, 'no course'];
}

test('every kind of block and of question has a form, and no two forms are called alike', () => {
  const names = blockInserts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const written = blockInserts.map((insert) => insert.markdown(filled(insert), 'an-id'));
  for (const name of blockKinds.keys())
    expect(
      written.some((text) => new RegExp(`^:{2,}${name}\\{#an-id`).test(text)),
      name,
    ).toBe(true);
  for (const name of questionKinds.keys())
    expect(
      written.some((text) => text.startsWith(`:::question{#an-id kind="${name}"`)),
      name,
    ).toBe(true);
});

describe.each(blockInserts)('the form for $name', (insert) => {
  test('writes what compiles without a word', async () => {
    expect(await problemsWith(insert.markdown(filled(insert), 'an-id'))).toEqual([]);
    expect(await problemsWith(insert.markdown(filled(insert, true), 'an-id'))).toEqual([]);
  });

  test('writes what compiles, whatever is chosen', async () => {
    const most = Math.max(...insert.fields.map(({ options }) => options?.length ?? 0));
    for (let choice = 1; choice < most; choice += 1)
      expect(await problemsWith(insert.markdown(filled(insert, false, choice), 'an-id'))).toEqual([]);
  });

  test('says what it is for, and labels its fields', () => {
    expect(insert.about).toMatch(/^[A-Z].+\.$/);
    for (const { label } of insert.fields) expect(label).toMatch(/^[A-Z]/);
    expect(insert.fields.map(({ name }) => name)).toContain(insert.idFrom);
  });

  test('writes one block with its id, whatever is typed', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          '"',
          "'",
          '&',
          ';',
          '{',
          '}',
          ':',
          '#',
          '|',
          '\\',
          '\n',
          '`',
          '>',
          '-',
          ' ',
          'a',
        ),
      }),
      fc.constantFrom(
        ':::',
        '\n:::\n',
        '```\n',
        '&quot;}',
        '::figure{#x}',
        '> :::\n',
        '1. :::',
        '"} x',
        '$$\n',
      ),
    );
    const values = fc.record(
      Object.fromEntries(
        insert.fields.map(({ name, kind }) => [name, kind === 'choice' ? fc.constant('note') : words]),
      ),
    );
    fc.assert(
      fc.property(values, (given) => {
        const text = `Before.\n\n${insert.markdown(given, 'an-id')}\n\nAfter.\n`;
        const [before, block, after, ...rest] = parseMarkdown(text).children;
        expect([before?.type, after?.type, rest]).toEqual(['paragraph', 'paragraph', []]);
        expect(block && 'attributes' in block && block.attributes?.id).toBe('an-id');
      }),
      { numRuns: 150 },
    );
  });

  test('keeps each attribute as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const plain = typed.replace(/\s+/g, ' ').trim();
        const given = Object.fromEntries(insert.fields.map(({ name }) => [name, typed]));
        const block = parseMarkdown(insert.markdown(given, 'an-id')).children[0];
        const attributes = block && 'attributes' in block ? Object.entries(block.attributes ?? {}) : [];
        for (const [name, value] of attributes)
          if (!['id', 'kind', 'class'].includes(name)) expect([name, value]).toEqual([name, plain]);
      }),
      { examples: [['&#0'], ['AT&T'], ['&copy 2019'], ['a &amp; b']] },
    );
  });
});

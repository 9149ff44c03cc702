// Kinds whose answer puts options into places: what fits what, and what belongs where.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { categorise } from './categorise';
import { categoriseSample } from './categorise/sample';
import type { QuestionKind } from './kind';
import { matching } from './matching';
import { matchingSample } from './matching/sample';

function problemsOf(kind: QuestionKind, markdown: string): string {
  const context = compileContext();
  kind.parse(directive(markdown), context);
  return context.problems.join('\n');
}

function parse(kind: QuestionKind, markdown: string) {
  const context = compileContext();
  const parsed = kind.parse(directive(markdown), context);
  if (parsed?.student.ask?.form !== 'places') throw new Error(context.problems.join() || 'no places');
  const { student, key } = parsed;
  const { places, heads } = parsed.student.ask;
  const words = (id: string) => student.options.find((option) => option.id === id)?.html;
  return {
    student,
    key,
    places,
    heads,
    right: places.map(({ html }, at) => [html, words(key.correct[at] ?? '')]),
  };
}

const said = (rows: string[]) =>
  `:::question{#q kind="x"}\nWhat?\n\n| A | B |\n| --- | --- |\n${rows.join('\n')}\n\n> **No.** Why.\n>\n> Yes.\n:::`;

describe('matching', () => {
  const { key, student, places, heads, right } = parse(matching, matchingSample);

  test('shows items in their order, and what fits in another, decoys among it', () => {
    expect(places.map(({ html }) => html)).toEqual(['Digest', 'Nonce', 'Block']);
    expect(heads).toEqual({ place: 'Term', option: 'Meaning' });
    expect(right).toEqual([
      ['Digest', 'output of a hash'],
      ['Nonce', 'number used once'],
      ['Block', 'list of records'],
    ]);
    expect(student.options).toHaveLength(4);
    expect(matching.grade(key, key.correct)?.overall).toContain('CANARY_right');
  });

  test('each row counts alike; of a wrong one is said what its row says, or the decoy that was put there', () => {
    const [digest = '', nonce = '', block = ''] = key.correct;
    const decoy = student.options.find(({ id }) => !key.correct.includes(id))?.id ?? '';
    expect(matching.grade(key, [nonce, digest, block])).toEqual({
      correct: false,
      score: 0.333333,
      options: [
        { id: 'p1', right: false, html: '<p>CANARY_digest. Not so.</p>' },
        { id: 'p2', right: false, html: '' },
        { id: 'p3', right: true, html: '' },
      ],
      overall: expect.stringContaining('CANARY_wrong'),
    });
    expect(matching.grade(key, [digest, nonce, decoy])?.options[2]?.html).toContain('CANARY_decoy');
  });

  test('a place left empty is not right, and nothing is said of it', () => {
    expect(matching.grade(key, [key.correct[0] ?? '', '', ''])).toMatchObject({
      score: 0.333333,
      options: [{ right: true }, { right: false, html: '' }, { right: false, html: '' }],
    });
  });

  test('answers to another question are refused', () => {
    for (const answer of [
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'e'],
      ['a', 'b', 'p1'],
      ['a', 'b', ' '],
    ])
      expect(matching.grade(key, answer)).toBeNull();
  });

  test('what fits is never offered in the order of the items', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);
    const rows = fc.uniqueArray(word, { minLength: 2, maxLength: 16 });
    fc.assert(
      fc.property(rows, fc.nat(6), (words, decoys) => {
        const items = words.slice(0, Math.min(10, Math.max(2, words.length - decoys)));
        const others = words.slice(items.length, items.length + decoys);
        const lines = [
          ...items.map((one, at) => `| item ${at} | ${one} |`),
          ...others.map((one) => `| | ${one} |`),
        ];
        const asked = parse(matching, said(lines));
        expect([...asked.key.correct].sort()).not.toEqual(asked.key.correct);
        expect(asked.right.map(([, words]) => words)).toEqual(items);
        expect(asked.student.options).toHaveLength(items.length + others.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('categorise', () => {
  const { key, student, places, right } = parse(categorise, categoriseSample);

  test('shows items in another order, and categories by name', () => {
    expect(student.options.map(({ html }) => html)).toEqual(['Gloss', 'Paraphrase', 'Quote']);
    expect(places.map(({ html }) => html)).not.toEqual(Object.keys(Object.fromEntries(right.toReversed())));
    expect(Object.fromEntries(right)).toEqual({
      'He stressed trust': 'Paraphrase',
      'He said “trust”': 'Quote',
      'He asked for it': 'Paraphrase',
      'That is control': 'Gloss',
    });
  });

  test('each item counts alike, and says why it does not belong where it was put', () => {
    const at = places.findIndex(({ html }) => html === 'That is control');
    const verdict = categorise.grade(key, key.correct.with(at, 'b'));
    expect(verdict).toMatchObject({ score: 0.75, overall: expect.stringContaining('CANARY_wrong') });
    expect(verdict?.options[at]).toEqual({
      id: `p${at + 1}`,
      right: false,
      html: '<p>CANARY_control. Not so.</p>',
    });
    expect(categorise.grade(key, ['b', 'b', 'b', 'b'])?.score).toBe(0.5);
  });

  test('a category stays one where a row emphasises it', () => {
    const rows = ['| one | *Left* |', '| two | Left |', '| three | Right |'];
    expect(parse(categorise, said(rows)).student.options).toHaveLength(2);
  });

  test('columns that are not named are not announced', () => {
    const rows = said(['| one | L |', '| two | L |', '| three | R |']).replace('| A | B |', '| | |');
    expect(parse(categorise, rows).heads).toBeUndefined();
  });
});

const rows = (count: number, row = (at: number) => `| item ${at} | fits ${at} |`) =>
  said(Array.from({ length: count }, (_, at) => row(at)));

test.each<[string, QuestionKind, string, string]>([
  ['no table', matching, ':::question{#q}\nWhat?\n\n> **No.**\n>\n> Yes.\n:::', 'needs a table'],
  ['no explanation', matching, matchingSample.replace(/\n> \*\*[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
  ['no prompt', matching, matchingSample.replace('What is what?', ''), 'no prompt'],
  ['one row', matching, rows(1), 'two to ten rows with an item'],
  ['eleven rows', matching, rows(11), 'two to ten rows with an item'],
  [
    'seven decoys',
    matching,
    rows(9, (at) => `| ${at < 2 ? at : ''} | fits ${at} |`),
    'at most six that fit nothing',
  ],
  ['two items alike', matching, rows(3, (at) => `| item | fits ${at} |`), 'two items read the same'],
  ['two matches alike', matching, rows(3, (at) => `| item ${at} | fits |`), 'two matches read the same'],
  ['a match without words', matching, rows(3, (at) => `| item ${at} | ![x](y.png) |`), 'says in words'],
  ['a row of one cell', matching, rows(3, (at) => `| item ${at} |`), 'two cells, or three'],
  [
    'a row of four cells',
    matching,
    rows(3, (at) => `| ${at} | b ${at} | **c** | d |`),
    'two cells, or three',
  ],
  [
    'a reason without misconception',
    matching,
    matchingSample.replace('**CANARY_block.**', 'No.'),
    'misconception in bold',
  ],
  ['two rows to sort', categorise, rows(2), 'three to sixteen rows'],
  ['seventeen rows to sort', categorise, rows(17), 'three to sixteen rows'],
  ['no item to sort', categorise, rows(4, (at) => `| ${at || ''} | fits ${at} |`), 'each with an item'],
  ['one category', categorise, rows(3, (at) => `| item ${at} | same |`), 'at least two categories'],
  [
    'two items alike to sort',
    categorise,
    rows(3, (at) => `| item | fits ${at} |`),
    'two items read the same',
  ],
  ['nothing to sort', categorise, ':::question{#q}\nWhat?\n:::', 'needs a table'],
])('is named: %s', (_title, kind, markdown, message) => {
  expect(problemsOf(kind, markdown)).toContain(message);
});

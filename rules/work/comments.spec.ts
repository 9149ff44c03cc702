import { describe, expect, test } from 'vitest';
import { anchorAt, beginningIn, findAnchor, longestSpan, numbered, segmentsOf } from './comments';
import { passagesOf } from './text';

const text = 'One two three.\nFour.\n\nFive six 😀 seven.';
const quote = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });

describe('the span of a comment', () => {
  test('is kept without white space at its ends', () => {
    expect(anchorAt(text, { from: 3, to: 8 })).toEqual(at('two'));
    expect(anchorAt(text, { from: 0, to: text.length })).toEqual({ from: 0, to: text.length });
  });

  test('is never half a character', () => {
    const smile = text.indexOf('😀');
    expect(anchorAt(text, { from: smile + 1, to: smile + 2 })).toEqual(at('😀'));
    expect(anchorAt(text, { from: smile, to: smile + 1 })).toEqual(at('😀'));
    expect(anchorAt('😀', { from: 0, to: 1 })).toEqual({ from: 0, to: 2 });
  });

  test.each([
    ['before the text', -1, 3],
    ['beyond it', 0, text.length + 1],
    ['backwards', 5, 3],
    ['empty', 3, 3],
    ['white space alone', 20, 22],
    ['no whole number', 0.5, 3],
    ['no number at its end', 0, Number.NaN],
  ])('is none where it is %s', (_what, from, to) => expect(anchorAt(text, { from, to })).toBeNull());

  test('is no longer than may be kept', () => {
    const long = 'a'.repeat(longestSpan + 1);
    expect(anchorAt(long, { from: 0, to: longestSpan })).not.toBeNull();
    expect(anchorAt(long, { from: 0, to: longestSpan + 1 })).toBeNull();
  });
});

describe('words are found in a paragraph', () => {
  const passages = passagesOf(text);
  const found = (number: number, words: string) => {
    const anchor = findAnchor(passages, number, words);
    return typeof anchor === 'string' ? anchor : [quote(anchor)];
  };
  test('by its number, over the end of a line, or as the whole of it', () => {
    expect(found(1, ' three. Four ')).toEqual(['three.\nFour']);
    expect(found(2, 'six')).toEqual(['six']);
    expect(found(2, '')).toEqual(['Five six 😀 seven.']);
  });
  test('or it is said which of the two is not there', () => {
    expect(found(3, '')).toBe('paragraph');
    expect(found(0, 'One')).toBe('paragraph');
    expect(found(2, 'One')).toBe('words');
  });
  test('of a long paragraph as much as a span may have', () =>
    expect(findAnchor(passagesOf('a'.repeat(longestSpan * 2)), 1, '')).toEqual({ from: 0, to: longestSpan }));
});

describe('comments on a text', () => {
  const comments = [
    { id: 'c', ...at('Five six') },
    { id: 'b', ...at('two three') },
    { id: 'a', ...at('two three') },
    { id: 'd', ...at('two') },
    { id: 'e', from: text.indexOf('three'), to: text.indexOf(' seven') },
  ];
  const all = numbered(comments);

  test('are numbered where they begin, the shorter first, whatever order they come in', () => {
    expect(all.map(({ id, number }) => [id, number])).toEqual([
      ['d', 1],
      ['a', 2],
      ['b', 3],
      ['e', 4],
      ['c', 5],
    ]);
    expect(numbered([...comments].reverse())).toEqual(all);
  });

  test('stand at the paragraph in which they begin', () => {
    const [one, two] = passagesOf(text);
    if (!one || !two) throw new Error('two paragraphs');
    expect(beginningIn(one, all).map(({ id }) => id)).toEqual(['d', 'a', 'b', 'e']);
    expect(beginningIn(two, all).map(({ id }) => id)).toEqual(['c']);
  });

  test('may overlap and go over paragraphs: each is cut where one begins or ends, and nothing is lost', () => {
    const cut = passagesOf(text).map((passage) => segmentsOf(passage, all));
    expect(cut).toMatchObject([
      [
        { text: 'One ', of: [], begin: [] },
        { text: 'two', of: [1, 2, 3], begin: [1, 2, 3] },
        { text: ' ', of: [2, 3], begin: [] },
        { text: 'three', of: [2, 3, 4], begin: [4] },
        { text: '.\nFour.', of: [4], begin: [] },
      ],
      [
        { text: 'Five six', of: [4, 5], begin: [5] },
        { text: ' 😀', of: [4], begin: [] },
        { text: ' seven.', of: [], begin: [] },
      ],
    ]);
    for (const [index, passage] of passagesOf(text).entries()) {
      expect(cut[index]?.map((part) => part.text).join('')).toBe(passage.text);
      for (const part of cut[index] ?? []) expect(text.startsWith(part.text, part.from)).toBe(true);
    }
  });

  test('are none in a paragraph without any', () =>
    expect(segmentsOf({ from: 0, text: 'One' }, [])).toEqual([{ from: 0, text: 'One', of: [], begin: [] }]));
});

import { describe, expect, test } from 'vitest';
import { countWords, paragraphsOf, passagesOf } from './text';

describe('words of written work', () => {
  test.each([
    ['', 0],
    [' \n\t … — !', 0],
    ['One two three', 3],
    ["It's the state-of-the-art, isn't it?", 5],
    ['区块链', 3],
    ['他说 blockchain 很重要。', 6],
    ['链chain链', 3],
    ['In 2019 it was 40%.', 5],
    ['naïve café', 2],
  ])('%j has %i', (text, count) => expect(countWords(text)).toBe(count));

  test('are counted in linear time', () => {
    const long = 'a’'.repeat(50_000);
    expect(countWords(long)).toBe(1);
  });
});

describe('paragraphs', () => {
  test('are parted by an empty line, whatever the line ends and spaces in it', () =>
    expect(paragraphsOf('One\r\nstill one\r\n\r\n  Two \n \t\n\n\nThree\n')).toEqual([
      'One\nstill one',
      'Two',
      'Three',
    ]));
  test('of nothing are none', () => expect(paragraphsOf(' \n\n ')).toEqual([]));
  test('know where they stand in the text', () => {
    const text = '  One\nstill one\n \n\tTwo\n\n\n  😀 Three  ';
    const found = passagesOf(text);
    expect(found.map((passage) => passage.text)).toEqual(['One\nstill one', 'Two', '😀 Three']);
    for (const passage of found) expect(text.slice(passage.from).startsWith(passage.text)).toBe(true);
    expect(found.map(({ from }) => from)).toEqual([2, 19, 27]);
  });
});

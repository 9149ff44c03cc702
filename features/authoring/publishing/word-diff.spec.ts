import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff';

const read = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('two texts as one', () => {
  test.each([
    ['One two three.', 'One 2 three.', 'One -two-+2+ three.'],
    ['One.', 'One. Two.', 'One.+ Two.+'],
    ['', 'All new.', '+All new.+'],
    ['All gone.', '', '-All gone.-'],
    ['提升国际话语权', '提升话语权', '提升-国际-话语权'],
    ['Same.', 'Same.', 'Same.'],
    ['', '', ''],
  ])('%j and %j', (before, after, both) => {
    expect(read(before, after)).toBe(both);
  });

  test('leave out most of what stayed, at whole words', () => {
    const long = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    const parts = wordDiff(`${long} old ${long} old ${long}`, `${long} new ${long} new ${long}`);
    const same = parts.filter(({ change }) => change === 'same').map(({ text }) => text);
    expect(same).toHaveLength(3);
    expect(same[0]).toMatch(/^… word\d+ .*word199 $/);
    expect(same[1]).toMatch(/^ ?word0 .*word\d+ … word\d+ .*word199 $/);
    expect(same[2]).toMatch(/^ ?word0 .* …$/);
    for (const text of same) expect(text.length).toBeLessThan(250);
  });

  test('that have little in common stand one after the other, and are bounded', () => {
    const words = (letter: string) =>
      Array.from({ length: 5_000 }, (_, index) => `${letter}${index}`).join(' ');
    const parts = wordDiff(words('a'), words('b'));
    expect(parts.map(({ change }) => change)).toEqual(['removed', 'added']);
    for (const { text } of parts) expect(text.length).toBeLessThan(2_010);
  }, 20_000);
});

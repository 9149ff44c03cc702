import type { ContentRule } from './course';

const isRow = (line: string | undefined): line is string => /^\s*\|.*\|\s*$/.test(line ?? '');
/** The row below the headings: dashes and colons alone. */
const isRule = (line: string | undefined): boolean => /^\s*\|[\s:|-]*-[\s:|-]*\|\s*$/.test(line ?? '');

/**
 * Every column of a table has a heading in words: with an empty one a screen reader says nothing of what stands below,
 * and not every one reads a formula.
 */
export const namesItsColumns: ContentRule = ({ lessons }) =>
  lessons.flatMap(({ file, source }) => {
    const lines = source.split('\n');
    return lines.flatMap((line, index) => {
      if (!isRow(line) || !isRule(lines[index + 1]) || isRow(lines[index - 1])) return [];
      const cells = line.trim().slice(1, -1).split('|');
      if (cells.every((cell) => cell.replace(/\$[^$]*\$/g, '').trim() !== '')) return [];
      return [{ file, line: index + 1, message: 'a column of this table has no heading: give it a word' }];
    });
  });

import { describe, expect, test } from 'vitest';
import { findInBank, titleOf } from './comment-bank';

const bank = [
  { id: '4', title: 'Source missing', text: 'Say where it stands.', criterion: 'evidence' },
  { id: '3', title: 'Whose claim?', text: 'Name the source of it.', criterion: 'claim' },
  { id: '2', title: 'Well said', text: 'Nothing to add.', criterion: null },
  { id: '1', title: 'Well said', text: 'A source for each.', criterion: null },
];
const ids = (search: string, criteria?: string[]) => findInBank(bank, search, criteria).map(({ id }) => id);

describe('comments of a bank are found', () => {
  test('all of them without a search: those of no criterion first, by title', () =>
    expect(ids('')).toEqual(['1', '2', '4', '3']));
  test('by every word, in whatever field, the title first', () => {
    expect(ids('SOURCE', ['claim', 'evidence'])).toEqual(['4', '1', '3']);
    expect(ids('name  source')).toEqual(['3']);
    expect(ids('evidence')).toEqual(['4']);
    expect(ids('nowhere')).toEqual([]);
  });
  test('those of what is graded by before those of other criteria', () =>
    expect(ids('', ['claim'])).toEqual(['1', '2', '3', '4']));
  test('with full-width letters as with usual ones', () => expect(ids('ｗｅｌｌ')).toEqual(['1', '2']));
});

describe('a title made of a comment', () => {
  test.each([
    ['Short.', 'Short.'],
    [' One line\nand another ', 'One line'],
    ['', ''],
    [`${'word '.repeat(11)}and more words`, `${'word '.repeat(11)}and …`],
    ['a'.repeat(70), `${'a'.repeat(60)} …`],
    [`${'a'.repeat(59)}😀 and more`, `${'a'.repeat(59)} …`],
  ])('of %j is %j', (text, title) => expect(titleOf(text)).toBe(title));
});

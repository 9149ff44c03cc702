import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../work/text';
import { type ClaimEntry, noWords } from './entry';
import { entriesAsCsv, entriesAsMarkdown, entriesAsText, entryInWords, nameIn } from './plain';

const entry: ClaimEntry = {
  id: 'a',
  lesson: 'one',
  claim: 'It is safe,\n\nthey say.',
  speaker: 'Xinhua',
  mode: 'gloss',
  evidence: '=SUM(1) *none*',
  level: 'E0',
  change: '1. An audit',
  passage: 'D3',
};
const empty: ClaimEntry = { ...noWords(), id: 'b', lesson: 'gone' };
const titles = new Map([['one', 'The first']]);

test('lessons and passages have names', () =>
  expect(['one', 'D4', 'gone'].map(nameIn(titles))).toEqual(['The first', 'passage D4', 'gone']));

test('an entry in words leaves out what is empty', () => {
  expect(entryInWords(empty, titles)).toEqual([['From the lesson', 'gone']]);
  expect(Object.fromEntries(entryInWords(entry, titles))).toMatchObject({
    'How it is carried': "Writer's gloss",
    'Level of the evidence': 'E0 Assertion',
    Passage: 'D3',
    'From the lesson': 'The first',
  });
});

describe('entries are written', () => {
  test('as a text, a paragraph each', () => {
    const paragraphs = paragraphsOf(entriesAsText([entry, empty], titles));
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toMatch(/^Entry 1\nClaim: It is safe, they say\.\nSpeaker: Xinhua\n/);
    expect(paragraphs[1]).toBe('Entry 2\nFrom the lesson: gone');
    expect(entriesAsText([], titles)).toBe('');
  });
  test('as Markdown in which what they wrote stays words', () => {
    const text = entriesAsMarkdown('A <course>', [entry, empty], titles);
    expect(text).toContain('# A \\<course\\>: claim log');
    expect(text).toContain('## 1. It is safe, they say.\n\n- **Speaker:** Xinhua');
    expect(text).toContain('- **Evidence:** \\=SUM(1) \\*none\\*');
    expect(text).toContain('- **What would change my mind:** \\1. An audit');
    expect(text).toContain('## 2. No claim yet');
  });
  test('as lines that no spreadsheet takes for formulas', () => {
    const lines = entriesAsCsv([entry, empty], titles);
    expect(lines).toMatch(/^Claim,Speaker,How it is carried,/);
    expect(lines).toContain(`'=SUM(1) *none*,E0 Assertion,1. An audit,D3,The first\r\n`);
    expect(lines).toMatch(/\r\n,,,,,,,gone\r\n$/);
  });
});

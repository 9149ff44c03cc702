import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { samples } from '../samples';
import { annotation } from '.';

const sample = samples.annotation?.markdown ?? '';

function read(markdown = sample) {
  const context = compileContext();
  return { parsed: annotation.parse(directive(markdown), context), problems: context.problems.join('\n') };
}

function keyOf(markdown = sample) {
  const { parsed } = read(markdown);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed.key;
}

describe('annotating a passage', () => {
  test('shows its words, and for each label every value and the decoys', () => {
    expect(read().parsed?.student.ask).toMatchObject({
      form: 'spans',
      words: expect.arrayContaining(['trust. ', 'control, ']),
      labels: [
        { name: 'Speaker', options: [{ label: 'Nobody' }, { label: 'Official' }, { label: 'Writer' }] },
        { name: 'Mode', options: [{ label: 'Gloss' }, { label: 'Paraphrase' }] },
      ],
      atMost: 6,
    });
  });

  test('is right from an agreement of 0.8 on, and gets a share of it below', () => {
    const key = keyOf();
    const [first, second] = [key.correct.slice(0, 4), key.correct.slice(4)];
    // One word of nine is left out: 2 · 16 / (18 + 16).
    expect(annotation.grade(key, [...first, '4', '7', ...second.slice(2)])?.score).toBe(1);
    // Only the four words of the first span: 2 · 8 / (18 + 8), of which 0.8 is needed.
    const half = annotation.grade(key, first);
    expect(half).toMatchObject({ correct: false, options: [{ id: '0', right: true }] });
    expect(half?.score).toBeCloseTo(16 / 26 / 0.8, 5);
    expect(annotation.grade(keyOf(sample.replace('kind=', 'pass="1" kind=')), first)?.score).toBeCloseTo(
      16 / 26,
    );
  });

  test('counts the key that agrees best where readers differ', () => {
    const other = sample.replace(
      '\n> **CANARY_wrong',
      `\n<!-- or -->\n\n| Words | Speaker | Mode |\n| --- | --- | --- |\n| A better word | Nobody | Gloss |\n\n> **CANARY_wrong`,
    );
    expect(annotation.grade(keyOf(other), ['4', '6', 'v0', 'v0'])).toMatchObject({ correct: true });
    expect(annotation.grade(keyOf(), ['4', '6', 'v0', 'v0'])).toMatchObject({ correct: false });
  });

  test.each<[string, string[]]>([
    ['a span without its words', ['', '', 'v0', 'v0']],
    ['a label that is missing', ['0', '3', 'v0', '']],
    ['a label that there is not', ['0', '3', 'v9', 'v0']],
    ['an end before the beginning', ['3', '0', 'v0', 'v0']],
    ['a word after the last', ['0', '99', 'v0', 'v0']],
    ['a place that is no number', ['0', '1.5', 'v0', 'v0']],
    ['half a span', ['0', '3', 'v0']],
  ])('%s is no answer', (_what, answer) => {
    expect(annotation.grade(keyOf(), answer)).toBeNull();
  });

  test('a Chinese passage is marked sign by sign', () => {
    const zh = sample
      .replace(
        'The official stressed trust. A better word is control, the writer adds.',
        '他强调信任。作者补充。',
      )
      .replace('The official stressed trust.', '他强调信任。')
      .replace('A better word is control,', '作者补充。')
      .replace('kind=', 'lang="zh" kind=');
    expect(keyOf(zh).correct).toEqual(['0', '4', 'v1', 'v1', '5', '8', 'v2', 'v0']);
    expect(read(zh).parsed?.student.ask).toMatchObject({ lang: 'zh' });
  });

  test.each<[string, string, string]>([
    ['no passage', sample.replace(/> The official.*\n\n/, ''), 'two quotations'],
    ['no table', sample.replace(/\| Words[\s\S]*?\n\n/, ''), 'needs a table'],
    [
      'words that are not there',
      sample.replace('| The official', '| An official'),
      'do not stand in the passage',
    ],
    [
      'words that stand twice',
      sample.replace('stressed trust. A', 'stressed trust. The official stressed trust. A'),
      'more than once',
    ],
    ['a label with one value', sample.replaceAll('Gloss', 'Paraphrase'), 'at least two values'],
    ['a pass mark over 1', sample.replace('kind=', 'pass="80" kind='), 'is a share'],
    ['feedback for one case', sample.replace('\n>\n> CANARY_right.', ''), 'then when right'],
    ['no misconception', sample.replace('**CANARY_wrong.**', 'CANARY.'), 'misconception'],
  ])('mistakes are named: %s', (_what, markdown, message) => {
    expect(read(markdown).problems).toContain(message);
  });
});

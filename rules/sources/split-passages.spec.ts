import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, paragraphsOf, quotedRanges, sentencesOf, splitParagraph, weightOf } from './split-passages';

const lines = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);

describe('the paragraphs of a plain text', () => {
  test('stand between empty lines, whatever the line ends', () => {
    expect(lines('One.\r\n\r\nTwo.\n \u3000\nThree.\rFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  test('are its lines where there are no empty ones', () => {
    expect(lines('湖区主席主持会议。\n他强调要加强研究。')).toEqual([
      '湖区主席主持会议。',
      '他强调要加强研究。',
    ]);
  });

  test('go on over lines that were broken to a width', () => {
    const wrapped =
      'The towns around the lake have agreed on one ledger for their\nharbours, and each of them keeps a copy that the others can check at\nany time of the day.';
    expect(lines(`${wrapped}\n\nThey met twice.`)).toEqual([
      wrapped.replaceAll('\n', ' '),
      'They met twice.',
    ]);
  });

  test('are joined without a space between Chinese', () => {
    const line = '湖区的港口城市已经就一个共同的账本达成一致并且每个城市都保存一份';
    expect(lines(`${line}\n${line}\n可以随时核对。`)).toEqual([`${line}${line}可以随时核对。`]);
    expect(joined('账本。', '“好。”')).toBe('账本。“好。”');
    expect(joined('账本', 'ledger')).toBe('账本 ledger');
    expect(joined('', 'x')).toBe(' x');
  });

  test('are none in an empty text', () => {
    expect(lines(' \n\n')).toEqual([]);
  });
});

describe('a sentence', () => {
  test.each<[why: string, ...sentences: string[]]>([
    ['ends with a full stop before a capital', 'They met in May.', 'They agreed.'],
    ['ends with a question or an exclamation', 'Who pays?', 'The towns!', 'All of them.'],
    [
      'does not end after a title or an initial',
      'Dr. Amy J. Park spoke for the U.S. Academy of Ledgers.',
      'She left.',
    ],
    [
      'ends after an abbreviation when what follows begins one',
      'It was built by Lake Works Inc.',
      'The towns paid.',
    ],
    ['does not end before a number', 'See no. 4 and art. 12 of the plan.', 'They are short.'],
    ['ends with a word that is an abbreviation elsewhere', 'The answer was no.', 'They left.'],
    ['does not end in a decimal number', 'It cost 3.5 million, or 1.2 per head.', 'They paid.'],
    [
      'does not end before a small letter',
      'The firm hash.it grew. it had no capital letters.',
      'So it went.',
    ],
    ['takes its closing marks along', 'She said “we agreed.”', 'He left (at noon.)', 'They stayed.'],
    [
      'is not broken inside a quotation',
      'She said “We met. We agreed. We left.” and smiled.',
      'Then it rained.',
    ],
    ['is not broken inside straight marks', 'She said "We met. We agreed." and smiled.', 'Then it rained.'],
    [
      'is not broken inside single marks',
      "She said 'We met. We didn't agree.' and smiled.",
      'Then it rained.',
    ],
    ['is broken after an opening mark without a partner', '“We met.', 'We agreed.'],
    ['ends with a Chinese stop', '湖区召开会议。', '会议讨论了规划！', '谁来付款？', '各城市。'],
    ['is not broken inside Chinese quotation marks', '他说：“我们开会。我们同意。”', '会议结束。'],
    ['is not broken inside corner marks', '他說：「我們開會。我們同意。」', '會議結束。'],
    ['keeps who said it with what was said', '“我们要参与制定规则。”林伟说。', '会议结束。'],
    [
      'ends with a quotation whose speaker was named',
      '林伟指出：“各镇应共用一本账，各港应各留一份，各家都可以随时核对，谁也不能单独改动其中的一页，改动要有记录。”',
      '专家王芳表示，没有数据。',
    ],
    ['does not end at a Chinese decimal', '增长3.5个百分点。', '很快。'],
  ])('%s', (_why, ...sentences) => {
    const chinese = /[。！？]/.test(sentences.join(''));
    expect(sentencesOf(sentences.join(chinese ? '' : ' '))).toEqual(sentences);
  });

  test('is one where nothing ends', () => {
    expect(sentencesOf('no end at all')).toEqual(['no end at all']);
    expect(sentencesOf('')).toEqual([]);
  });

  test('and its neighbours are the whole text, but for spaces', () => {
    const mark = fc.constantFrom(
      '. ',
      '。',
      '? ',
      '“',
      '”',
      '"',
      "'",
      'Dr. ',
      'A',
      'b ',
      '3.5',
      '区块',
      '\n',
      '…',
      ') ',
    );
    fc.assert(
      fc.property(fc.array(mark), (parts) => {
        const text = parts.join('');
        const sentences = sentencesOf(text);
        expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(sentences.every((sentence) => sentence.trim() === sentence && sentence !== '')).toBe(true);
      }),
    );
  });
});

describe('quotations', () => {
  const quoted = (text: string) => quotedRanges(text).map(({ start, end }) => text.slice(start + 1, end));

  test('stand between marks of every kind that have a partner', () => {
    expect(quoted('“a” "b" \'c\' ‘d’ 「e」 『f』')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(quoted('“a, 「b”, "c')).toEqual(['a, 「b']);
    expect(quoted("don't and the towns' 'open")).toEqual([]);
    expect(quoted("the towns' plan 'is good' then 'more")).toEqual(['is good']);
  });

  test('titles of books and laws are none', () => {
    expect(quoted('《账本规划》')).toEqual([]);
  });
});

describe('a passage', () => {
  const sentence = 'The towns around the lake agreed on one ledger for all of their harbours in the spring.';

  test('is a paragraph, unless that is long', () => {
    expect(splitParagraph(`${sentence} ${sentence}`)).toEqual([`${sentence} ${sentence}`]);
  });

  test('is some sentences of a long paragraph, about as many as the next', () => {
    const parts = splitParagraph(Array.from({ length: 15 }, () => sentence).join(' '));
    expect(parts.length).toBe(3);
    expect(new Set(parts.map((part) => sentencesOf(part).length))).toEqual(new Set([5]));
  });

  test('of Chinese is shorter, because a character says more', () => {
    expect(weightOf('账本')).toBe(5);
    const parts = splitParagraph('湖区各城市就共同账本达成一致并保存副本。'.repeat(15));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toBe('湖区各城市就共同账本达成一致并保存副本。'.repeat(15));
  });

  test('is never less than a sentence, however long that is', () => {
    expect(splitParagraph(`${'word '.repeat(400)}end.`)).toHaveLength(1);
  });
});

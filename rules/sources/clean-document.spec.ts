import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanDocument, plainLine } from './clean-document';

const about = { title: 'A Ledger for the Lake Towns', publisher: 'Harbour Weekly' };
const clean = (...lines: string[]) =>
  cleanDocument(
    lines.map((text) => ({ text })),
    about,
  );
const reasonOf = (line: string) => clean(line)[0]?.removed ?? null;

describe('page furniture is proposed for removal, with its reason', () => {
  test.each<[reason: string, ...lines: string[]]>([
    [
      'link of a mobile page',
      'exit mobile version',
      'Exit mobile site',
      'View desktop version',
      '退出手机版',
      '电脑版',
    ],
    [
      'caption of a picture',
      'Photo: Mei Arnold',
      'Image credit: Lake Agency',
      'File photo: the harbour at night.',
      'Photo by Mei Arnold / Lake Agency',
      '图：会场外景',
      '图/新湖图片社',
      '图片来源：新湖图片社',
      '资料图 湖区港口',
      '△湖区港口夜景',
      '十月二十四日，与会者步入会场。（记者 李明 摄）',
    ],
    [
      'sharing and following',
      'Share this article',
      'Share',
      'Follow us on the networks',
      'Copy link',
      'Print this page',
      '12 shares',
      '分享到：',
      '扫一扫，分享到朋友圈',
      '关注我们',
    ],
    [
      'call to subscribe',
      'Subscribe to our newsletter.',
      'Sign up for the daily digest',
      '下载新湖APP',
      '订阅本刊',
    ],
    [
      'links to other articles',
      'Related articles',
      'Related: Harbour towns agree on a plan',
      'More from the towns',
      'Read more: what a ledger is',
      'You may also like',
      'Most read stories',
      '相关阅读',
      '推荐阅读：湖区的港口',
      '上一篇：湖区的港口',
    ],
    [
      'notice about cookies',
      'We use cookies to improve your experience on this site.',
      'Accept all cookies',
      '本网站使用cookie改善体验',
    ],
    ['number of a page', 'Page 3 of 12', '- 4 -', '17', '2/5', '第3页', '第 3 页 共 12 页'],
    ['advertisement', 'Advertisement', 'Sponsored content', '广告'],
    [
      'notice about copyright',
      '© 2019 Harbour Weekly',
      'All rights reserved.',
      '版权所有 新湖日报',
      '未经授权不得转载。',
    ],
    ['comments of readers', 'Leave a comment', '14 comments', '发表评论'],
    ['credit of the editors', '责任编辑：王芳', '[责编：李明]', 'Web editor: Zhao'],
    ['line of tags', 'Tags: ledgers, towns', 'Filed under: Technology', '标签：账本 港口'],
    [
      'navigation of the page',
      'Home > Technology',
      'Back to top',
      '首页',
      '返回顶部',
      '字号：大 中 小',
      '打印',
    ],
    ['no words', '* * *', '———', '■'],
  ])('%s', (reason, ...lines) => {
    for (const line of lines) expect([line, reasonOf(line)]).toEqual([line, reason]);
  });

  test('a name of the site that stands twice, wherever', () => {
    const cleaned = clean('Lake Notes', 'The towns agreed.', 'LAKE NOTES', 'They met in May.');
    expect(cleaned.map(({ removed }) => removed)).toEqual([
      'stands 2 times on the page',
      null,
      'stands 2 times on the page',
      null,
    ]);
  });

  test('the title and the publisher again, with whatever stands between them', () => {
    expect(reasonOf('A ledger for the lake towns')).toBe('repeats the title');
    expect(reasonOf('HARBOUR WEEKLY')).toBe('name of the publisher');
    expect(reasonOf('A Ledger for the Lake Towns | Harbour Weekly')).toBe('title and publisher of the page');
    expect(reasonOf('Harbour Weekly – A Ledger for the Lake Towns')).toBe('title and publisher of the page');
  });

  test('what its place in the page says', () => {
    const [found] = cleanDocument([{ text: 'Towns', furniture: 'navigation of the page' }], about);
    expect(found).toEqual({ text: 'Towns', kind: 'text', removed: 'navigation of the page' });
  });
});

describe('what is said stays', () => {
  test.each([
    'The towns share one ledger.',
    'More in-depth research is needed in this field.',
    'Share prices of the harbour company fell by a tenth after the announcement was made.',
    'Read the plan and you see no date.',
    'Home is where the ledger is kept, she said.',
    'Pictures of the meeting show twelve people around one table.',
    'By 2025 the towns will share one ledger.',
    '关注民生是这次会议的一个重点，与会者谈到了就业、养老和医疗。',
    '编辑部认为，这份规划没有写明日期。',
    'In 2019 the towns met twice.',
  ])('%s', (line) => {
    expect(clean(line)).toEqual([{ text: line, kind: 'text', removed: null }]);
  });

  test('a sentence that stands twice', () => {
    expect(clean('They agreed.', 'They agreed.').map(({ removed }) => removed)).toEqual([null, null]);
  });

  test('headings, unless they are furniture', () => {
    const [heading, related] = cleanDocument(
      [
        { text: 'What was agreed', heading: true },
        { text: 'Related articles', heading: true },
      ],
      about,
    );
    expect(heading).toMatchObject({ kind: 'heading', removed: null });
    expect(related).toMatchObject({ kind: 'heading', removed: 'links to other articles' });
  });
});

describe('bylines and datelines stay and are named', () => {
  test.each([
    'By Jane Porter',
    'By Jane Porter and Li Ming',
    'Written by: Jane Porter',
    'Author: Jane Porter',
    'Source: Lake Agency',
    '作者：李明',
    '来源：新湖通讯社',
    '记者 李明 王芳',
  ])('byline: %s', (line) => {
    expect(clean(line)).toEqual([{ text: line, kind: 'byline', removed: null }]);
  });

  test.each([
    'October 25, 2019',
    '25 Oct 2019, 21:55',
    'Published: 2019-10-25 21:55',
    'Updated on 25 October 2019 at 9:05 pm',
    'Friday, October 25, 2019',
    '2019年10月25日 21:55',
    '发布时间：2019-10-25',
    'LAKE TOWN, Oct. 25 (Lake Agency) --',
    '新湖社湖区10月25日电（记者 李明）',
  ])('dateline: %s', (line) => {
    expect(clean(line)).toEqual([{ text: line, kind: 'dateline', removed: null }]);
  });
});

describe('a line of text', () => {
  test('has one space where it had several of any kind', () => {
    expect(plainLine('\u3000 The\u00a0towns\t\nagreed ')).toBe('The towns agreed');
  });

  test('loses what nobody sees and what turns text around, and keeps what joins letters', () => {
    expect(plainLine('a\u0000b\u200bc\u202ed\ufeffe\u0007f\u00adg')).toBe('abcdefg');
    expect(plainLine('👩\u200d🔬 می\u200cخواهم')).toBe('👩\u200d🔬 می\u200cخواهم');
    expect(plainLine('half \ud800 of one')).toBe('half of one');
  });
});

test('nothing is lost and nothing is invented: every line with words is there once, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const wanted = lines.map(plainLine).filter((line) => line !== '');
      expect(clean(...lines).map(({ text }) => text)).toEqual(wanted);
    }),
  );
});

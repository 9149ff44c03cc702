import { describe, expect, test } from 'vitest';
import { isCompilable, isHeavy } from '../files/text-weight';
import { calloutFor, isFormula, prompt, readNav, readSummary, readToml } from './foreign-course';
import {
  anchorOf,
  byName,
  folderOf,
  idOf,
  isIndex,
  isProjectPage,
  stemOf,
  takeId,
  titleOf,
  walk,
} from './foreign-course-names';
import {
  boundedReport,
  countOf,
  groupsOf,
  type ImportNote,
  longestGroup,
  wayNamed,
  wayNote,
  wayOf,
} from './foreign-course-report';

test.each([
  ['What a Hash Is', 'what-a-hash-is'],
  ["It's – über–straße!", 'its-uber-stra-e'],
  ['课程', ''],
  ['  --- ', ''],
  ['a'.repeat(80), 'a'.repeat(60)],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('the id of %j is %j', (words, id) => {
  expect(idOf(words)).toBe(id);
});

test('ids are taken once, from the first words that make one', () => {
  const taken = new Set(['one']);
  expect(takeId(['One', 'x'], taken)).toBe('one-2');
  expect(takeId(['One'], taken)).toBe('one-3');
  expect(takeId(['课', 'lesson'], taken)).toBe('lesson');
  expect(takeId(['课', '2'], taken)).toBe('2');
  expect(takeId(['课'], taken)).toBe('part');
  expect(takeId([], taken)).toBe('part-2');
  const long = 'a'.repeat(60);
  expect([takeId([long], taken), takeId([long], taken)]).toEqual([long, `${'a'.repeat(58)}-2`]);
});

test('names say where a file stands and what it is', () => {
  expect([stemOf('a/b/one.two.md'), stemOf('x'), stemOf('')]).toEqual(['one.two', 'x', '']);
  expect([folderOf('a/b/c.md'), folderOf('c.md')]).toEqual(['a/b', '']);
  expect(['README.md', 'a/index.md', '_index.md'].every(isIndex)).toBe(true);
  expect(isIndex('indexes.md')).toBe(false);
  expect(['LICENSE.md', 'Contributing.md', 'code_of_conduct.md'].every(isProjectPage)).toBe(true);
  expect(['a/LICENSE.md', 'licenses.md'].some(isProjectPage)).toBe(false);
});

test.each([
  ['03-hash_chains', 'Hash chains'],
  ['2024-02-01-pistons', 'Pistons'],
  ['lesson-2-water', 'Water'],
  ['chapter 10', 'Chapter 10'],
  ['2024', '2024'],
  ['课程-一', '课程 一'],
  ['', ''],
])('the title of %j is %j', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test('names are in the order in which people number them', () => {
  const names = ['b.md', '10-x.md', '2-x.md', 'README.md', 'A.md', 'a.md'];
  expect(names.sort(byName)).toEqual(['README.md', '2-x.md', '10-x.md', 'A.md', 'a.md', 'b.md']);
  expect(byName('a', 'a')).toBe(0);
  expect([byName('a', 'A'), byName('A', 'a')]).toEqual([1, -1]);
});

test.each([
  ['a/b', 'c.md', 'a/b/c.md'],
  ['a/b', '../c.md', 'a/c.md'],
  ['a', './/c.md', 'a/c.md'],
  ['', 'c.md', 'c.md'],
  ['a/b', '/c.md', 'c.md'],
  ['a', '../../c.md', null],
])('from %j, %j leads to %j', (folder, path, place) => {
  expect(walk(folder, path)).toBe(place);
});

test('anchors are made as sites make them', () => {
  expect(anchorOf(' Why, *really*? 2.0 ')).toBe('why-really-20');
  expect(anchorOf('什么是 区块链')).toBe('什么是-区块链');
});

test('a prompt is what the compiler stops at', () => {
  expect(prompt('a summary')).toBe('[[write: a summary]]');
});

describe('tables of contents', () => {
  test('of mdBook: headings and entries with others below them make parts', () => {
    const text =
      '# Summary\r\n\n[Preface](preface.md)\n\n# Part one\n- [A](a.md)\n    - [B](<sub/b.md> "t")\n\n- [C](c.md#x)\n* [Web](https://example.org)\n- [Draft]()\ntext\n## Part two ##\n1. no\n- [D](../d.md)\n- [E](../../e.md)\n';
    expect(readSummary(text, 'src')).toEqual([
      { title: null, pages: [{ title: 'Preface', path: 'src/preface.md' }] },
      {
        title: 'A',
        pages: [
          { title: 'A', path: 'src/a.md' },
          { title: 'B', path: 'src/sub/b.md' },
        ],
      },
      { title: 'Part one', pages: [{ title: 'C', path: 'src/c.md' }] },
      { title: 'Part two', pages: [{ title: 'D', path: 'd.md' }] },
    ]);
    expect(readSummary('- [A](a.md)', '')).toEqual([{ title: null, pages: [{ title: 'A', path: 'a.md' }] }]);
  });

  test('of MkDocs: the first level makes parts', () => {
    const nav = [
      'index.md',
      { Home: 'home.md' },
      { Part: ['a.md', { B: 'b.md' }, { Deeper: [{ C: 'c/d.md' }] }] },
      { Web: 'https://example.org' },
      { Out: '../../x.md' },
      null,
      7,
    ];
    expect(readNav(nav, 'docs')).toEqual([
      {
        title: null,
        pages: [
          { title: null, path: 'docs/index.md' },
          { title: 'Home', path: 'docs/home.md' },
        ],
      },
      {
        title: 'Part',
        pages: [
          { title: null, path: 'docs/a.md' },
          { title: 'B', path: 'docs/b.md' },
          { title: 'C', path: 'docs/c/d.md' },
        ],
      },
    ]);
    for (const none of [undefined, null, 'x', 3, {}]) expect(readNav(none, '')).toEqual([]);
    let deep: unknown = 'x.md';
    for (let level = 0; level < 50; level += 1) deep = [deep];
    expect(readNav(deep, '')).toEqual([]);
  });
});

test('TOML of front matter is read line by line, and nothing else of it', () => {
  const text =
    'title = "A \\"b\\" \\\\ c"\r\nplain = \'a\\b\' # note\nweight = 20 # second\nhalf = -1.5\ndraft = false\non = true\ndate = 2024-02-01T00:00:00Z\ntags = ["x"]\nbroken\n[section]\nweight = 3\n';
  expect(readToml(text)).toEqual({
    title: 'A "b" \\ c',
    plain: 'a\\b',
    weight: 20,
    half: -1.5,
    draft: false,
    on: true,
    date: '2024-02-01T00:00:00Z',
  });
});

test('a box keeps its word where there is no callout of that kind', () => {
  expect(calloutFor('NOTE', null)).toEqual({ kind: 'note', title: null });
  expect(calloutFor('exercise', 'Try')).toEqual({ kind: 'try', title: 'Try' });
  expect(calloutFor('warning', null)).toEqual({ kind: 'note', title: 'Warning' });
  expect(calloutFor('warning', 'Hot')).toEqual({ kind: 'note', title: 'Hot' });
});

test('a formula has no space at its ends and no digit behind it', () => {
  expect(isFormula('x + y', ' ')).toBe(true);
  expect(isFormula('5 and ', '1')).toBe(false);
  expect(isFormula('5', '0')).toBe(false);
  expect(isFormula('', '')).toBe(false);
});

describe('a report', () => {
  const note = (kind: ImportNote['kind'], advice?: boolean): ImportNote => ({
    kind,
    file: 'a.md',
    line: 1,
    message: 'x',
    ...(advice ? { advice } : {}),
  });

  test('says first what applying does', () => {
    for (const way of ['whole', 'addition', 'former'] as const)
      expect(wayOf([wayNote(way), note('kept')])).toBe(way);
    expect(wayOf([])).toBe('whole');
    expect(wayNamed('anything')).toBe('whole');
  });

  test('has what stops publishing, what was changed, what was left out, advice, and what was kept', () => {
    const report = [
      wayNote('whole'),
      note('problem'),
      note('problem', true),
      note('changed'),
      note('dropped'),
      note('kept'),
    ];
    expect(Object.entries(groupsOf(report)).map(([group, notes]) => [group, notes.length])).toEqual([
      ['stops', 1],
      ['changed', 1],
      ['dropped', 1],
      ['advice', 1],
      ['kept', 1],
    ]);
  });

  test('is bounded, and still says how many there were', () => {
    const many = Array.from({ length: longestGroup + 20 }, () => note('dropped'));
    const bounded = boundedReport([...many, note('kept')]);
    expect(bounded).toHaveLength(longestGroup + 2);
    const { dropped, kept, advice } = groupsOf(bounded);
    expect([countOf(dropped), countOf(kept), countOf(advice)]).toEqual([longestGroup + 20, 1, 0]);
    expect(countOf([{ ...note('dropped'), file: '', message: 'odd' }])).toBe(1);
    expect(countOf([{ kind: 'dropped', file: '', line: 0, message: '' }])).toBe(1);
  });
});

describe('a text that holds a parser up', () => {
  test.each([
    ['lines without end', 'x\n'.repeat(20_001)],
    ['quotations in quotations', `${'> '.repeat(41)}x`],
    ['lists in lists', `${'- '.repeat(41)}x`],
    ['numbered lists in lists', `${'1. '.repeat(41)}x`],
    ['deep lines, many of them', `${'> '.repeat(30)}x\n`.repeat(200)],
    ['containers that are never closed', ':::a\n'.repeat(13)],
    ['containers without end', ':::a\n:::\n'.repeat(1001)],
    ['underlined headings', 'a\n=\n'.repeat(1001)],
    ['marks without a paragraph', '*a**b'.repeat(2000)],
    ['marks in what looks like code', `\`\`\`\n${'*a**b'.repeat(20_000)}`],
  ])('is known by %s', (_title, text) => {
    expect(isHeavy(text)).toBe(true);
  });

  test.each([
    [
      'a long lesson',
      '## A heading\n\nSome *words* and [a link](x).\n\n- one\n- two\n\n> said\n\n'.repeat(1000),
    ],
    ['a long program', `\`\`\`c\n${'int *a[1] = {!b};\n'.repeat(900)}\`\`\`\n`],
    ['many callouts', ':::callout{#a kind="note"}\nx\n:::\n\n'.repeat(500)],
    ['a closing fence too many', ':::\n'.repeat(100)],
    ['nothing', ''],
  ])('is not %s', (_title, text) => {
    expect(isHeavy(text)).toBe(false);
  });

  test('a course is compiled where somebody waits unless it is too much', () => {
    const course = (count: number, text: string) =>
      new Map(
        Array.from({ length: count }, (_lesson, at): [string, string] => [`modules/1-a/${at}.md`, text]),
      );
    expect(isCompilable(course(600, 'x'))).toBe(true);
    expect(isCompilable(course(601, 'x'))).toBe(false);
    expect(isCompilable(course(7, 'x'.repeat(1_000_000)))).toBe(false);
    expect(isCompilable(course(1, `${'> '.repeat(50)}x`))).toBe(false);
    expect(isCompilable(new Map([['a.yaml', `${'> '.repeat(50)}x`]]))).toBe(true);
  });
});

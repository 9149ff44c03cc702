import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKeys, CompiledBlock, CompiledLesson, ModuleOutline } from './edition';
import { type EditionContent, editionDiff, isUnchanged } from './edition-diff';
import { plainText } from './edition-diff-text';
import { outOfOrder } from './edition-diff-words';

const prose = (id: string, html = `<p>${id}</p>`): CompiledBlock => ({
  id,
  kind: 'prose',
  completesBy: 'viewed',
  label: id,
  html,
  question: null,
});

const ask = (id: string, options: string[], prompt = '<p>Which?</p>'): CompiledBlock => ({
  id,
  kind: 'question',
  completesBy: 'passed',
  label: `Question: ${prompt}`,
  html: '',
  question: {
    kind: 'single',
    prompt,
    options: options.map((html, index) => ({ id: 'abcdef'[index] ?? '', html })),
    objective: 1,
  },
});

const key = (correct: string[], feedback: Record<string, string> = {}): AnswerKeys[string] => ({
  kind: 'single',
  correct,
  feedback,
  right: null,
  wrong: null,
});

type Given = {
  id: string;
  module?: string;
  blocks?: CompiledBlock[];
  keys?: AnswerKeys;
} & Partial<CompiledLesson>;

/** An edition from its lessons, each in a module (`m1` unless said otherwise), in that order. */
function edition(lessons: Given[], manifest: Partial<EditionContent['manifest']> = {}): EditionContent {
  const modules = new Map<string, ModuleOutline>();
  const compiled = lessons.map(({ module = 'm1', blocks = [prose('opening')], keys = {}, ...words }) => {
    const content: CompiledLesson = {
      title: `Lesson ${words.id}`,
      summary: 'About it.',
      minutes: 10,
      objectives: ['Explain it'],
      directives: [],
      verified: '2026-01-01',
      passages: [],
      terms: [],
      sources: [],
      ...words,
      blocks,
    };
    const into = modules.get(module) ?? { id: module, title: `Module ${module}`, summary: '', lessons: [] };
    modules.set(module, into);
    into.lessons.push({
      id: content.id,
      title: content.title,
      summary: content.summary,
      minutes: content.minutes,
      blocks: blocks.map(({ id, label, completesBy }) => ({ id, label, completesBy })),
    });
    return { content, keys };
  });
  return {
    lessons: compiled,
    manifest: {
      title: 'The course',
      summary: 'It is small.',
      language: 'en',
      level: 'Any',
      outcomes: ['Explain it'],
      audience: ['Anyone'],
      notFor: [],
      authors: [{ name: 'The team', about: 'Writes.' }],
      builtOn: null,
      verified: '2026-01-01',
      modules: [...modules.values()],
      ...manifest,
    },
  };
}

const diff = (before: Given[], after: Given[]) => editionDiff(edition(before), edition(after)).lessons;
const blocksOf = (
  before: CompiledBlock[],
  after: CompiledBlock[],
  keys: [AnswerKeys, AnswerKeys] = [{}, {}],
) =>
  diff([{ id: 'one', blocks: before, keys: keys[0] }], [{ id: 'one', blocks: after, keys: keys[1] }])[0]
    ?.blocks ?? [];

describe('the course itself', () => {
  test('that did not change has no differences', () => {
    const same = editionDiff(edition([{ id: 'one' }]), edition([{ id: 'one' }]));
    expect(same).toEqual({ course: [], modules: [], lessons: [] });
    expect(isUnchanged(same)).toBe(true);
  });

  test('shows which of its words changed', () => {
    const before = edition([], {
      title: 'Old',
      outcomes: ['A', 'B'],
      authors: [{ name: 'Ann', about: 'Writes.' }],
    });
    const after = edition([], {
      title: 'New',
      outcomes: ['A'],
      authors: [{ name: 'Ann', about: 'Edits.' }],
      builtOn: { title: 'An article', publisher: 'A paper', date: '2019', note: 'It is long.' },
    });
    const { course } = editionDiff(before, after);
    expect(course).toEqual([
      { what: 'Title', before: 'Old', after: 'New' },
      { what: 'Outcomes', before: 'A\nB', after: 'A' },
      { what: 'Authors', before: 'Ann, Writes.', after: 'Ann, Edits.' },
      { what: 'Built on', before: '', after: 'An article, A paper, 2019, It is long.' },
    ]);
    expect(isUnchanged(editionDiff(before, after))).toBe(false);
  });

  test('shows that its time zone is another, not that it has one since its first date', () => {
    const none = edition([]);
    const here = edition([], { zone: 'Asia/Shanghai' });
    const there = edition([], { zone: 'Europe/Lisbon' });
    expect(editionDiff(here, there).course).toEqual([
      { what: 'Time zone', before: 'Asia/Shanghai', after: 'Europe/Lisbon' },
    ]);
    expect(editionDiff(none, here).course).toEqual([]);
    expect(editionDiff(here, none).course).toEqual([]);
  });

  test('shows that its cover is another', () => {
    expect(editionDiff(edition([]), edition([], { cover: '0123456789abcdef' })).course).toEqual([
      { what: 'Cover', before: 'drawn', after: 'picture 01234567' },
    ]);
  });
});

describe('a module', () => {
  const module = (id: string, words: Partial<ModuleOutline> = {}): ModuleOutline => ({
    id,
    title: `Module ${id}`,
    summary: '',
    lessons: [],
    ...words,
  });
  const modules = (before: ModuleOutline[], after: ModuleOutline[]) =>
    editionDiff(edition([], { modules: before }), edition([], { modules: after })).modules;

  test('is added, removed, renamed or waits for another', () => {
    const before = [module('a'), module('b'), module('c')];
    const after = [module('a', { title: 'First' }), module('d'), module('c', { after: 'a' })];
    expect(modules(before, after)).toEqual([
      {
        id: 'a',
        title: 'First',
        change: 'changed',
        moved: false,
        words: [{ what: 'Title', before: 'Module a', after: 'First' }],
      },
      { id: 'd', title: 'Module d', change: 'added', moved: false, words: [] },
      {
        id: 'c',
        title: 'Module c',
        change: 'changed',
        moved: false,
        words: [{ what: 'Module before it', before: '', after: 'First' }],
      },
      { id: 'b', title: 'Module b', change: 'removed', moved: false, words: [] },
    ]);
  });

  test('that moved is named, and no other', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => module(id));
    const after = ['d', 'a', 'b', 'c'].map((id) => module(id));
    expect(modules(before, after)).toMatchObject([{ id: 'd', change: 'changed', moved: true }]);
  });
});

describe('a lesson', () => {
  test('is added and removed with what it holds', () => {
    const q = ask('q-1', ['a', 'b']);
    expect(
      diff([{ id: 'one' }], [{ id: 'two', blocks: [prose('opening', '<p>New.</p>'), q] }]),
    ).toMatchObject([
      {
        id: 'two',
        change: 'added',
        module: 'Module m1',
        points: { before: 0, after: 1 },
        blocks: [
          { id: 'opening', change: 'added', text: { before: '', after: 'New.' } },
          {
            id: 'q-1',
            change: 'added',
            question: {
              prompt: { before: '', after: 'Which?' },
              options: [{ change: 'added' }, { change: 'added' }],
              rightAnswer: false,
              feedback: false,
            },
          },
        ],
      },
      {
        id: 'one',
        change: 'removed',
        points: { before: 0, after: 0 },
        blocks: [{ change: 'removed', text: { before: 'opening', after: '' } }],
      },
    ]);
  });

  test('shows its words, its panes and its place', () => {
    const before: Given[] = [{ id: 'one' }, { id: 'two' }, { id: 'three', module: 'm2' }];
    const after: Given[] = [
      { id: 'two', title: 'Second', objectives: ['Explain it', 'Use it'] },
      { id: 'three', sources: [{ id: 's', html: 'S' }], terms: [] },
      { id: 'one', module: 'm2' },
    ];
    expect(diff(before, after)).toMatchObject([
      {
        id: 'two',
        movedFrom: null,
        words: [
          { what: 'Title', before: 'Lesson two', after: 'Second' },
          { what: 'Objectives', before: 'Explain it', after: 'Explain it\nUse it' },
        ],
      },
      { id: 'three', movedFrom: 'Module m2', module: 'Module m1', panes: ['sources'] },
      { id: 'one', movedFrom: 'Module m1', module: 'Module m2' },
    ]);
  });

  test('that changed places in its module is moved, and its neighbours are not', () => {
    const lessons = (...ids: string[]) => ids.map((id) => ({ id }));
    expect(diff(lessons('a', 'b', 'c', 'd'), lessons('b', 'c', 'a', 'd'))).toMatchObject([
      { id: 'a', change: 'changed', movedFrom: 'Module m1', blocks: [] },
    ]);
  });

  test('shows when it opens', () => {
    const [before, after] = [edition([{ id: 'one' }]), edition([{ id: 'one' }])];
    Object.assign(after.manifest.modules[0]?.lessons[0] ?? {}, { opens: '2026-12-01 09:00' });
    expect(editionDiff(before, after).lessons).toMatchObject([
      { words: [{ what: 'Opening date', before: '', after: '2026-12-01 09:00' }] },
    ]);
  });

  test('names the lessons it waits for by their titles, and is the same when only a title changed', () => {
    const versions = [edition([{ id: 'one' }, { id: 'two' }]), edition([{ id: 'one' }, { id: 'two' }])];
    const [before, after] = versions as [EditionContent, EditionContent];
    const two = ({ manifest }: EditionContent) => manifest.modules[0]?.lessons[1] ?? {};
    Object.assign(two(after), { prerequisites: ['one', 'gone'] });
    const waits = { what: 'Lessons before it', before: '', after: 'Lesson one\ngone' };
    expect(editionDiff(before, after).lessons).toMatchObject([{ id: 'two', words: [waits] }]);
    Object.assign(two(before), { prerequisites: ['one', 'gone'] });
    Object.assign(before.manifest.modules[0]?.lessons[0] ?? {}, { title: 'An older title' });
    expect(editionDiff(before, after).lessons).toEqual([]);
  });

  test('names the lessons it builds on by their titles', () => {
    const versions = [edition([{ id: 'one' }, { id: 'two' }]), edition([{ id: 'one' }, { id: 'two' }])];
    const [before, after] = versions as [EditionContent, EditionContent];
    Object.assign(after.manifest.modules[0]?.lessons[1] ?? {}, { preparation: ['one'] });
    const builds = { what: 'Builds on', before: '', after: 'Lesson one' };
    expect(editionDiff(before, after).lessons).toMatchObject([{ id: 'two', words: [builds] }]);
  });

  test('whose passage is used by another lesson now did not change by that', () => {
    const passage = {
      id: 'D1',
      title: 'The first',
      paraphrase: 'In our words.',
      speaker: 'Somebody',
      mode: 'quote',
      verb: null,
      zh: null,
      pinyin: null,
      citation: '',
    };
    const one = (more: object) => [{ id: 'one', passages: [{ ...passage, ...more }] }];
    expect(diff(one({}), one({ usedIn: [{ id: 'two', title: 'Two' }] }))).toEqual([]);
    expect(diff(one({}), one({ speaker: 'Somebody else' }))).toMatchObject([{ panes: ['passages'] }]);
  });

  test('of an outline without its content is passed over', () => {
    const broken = edition([{ id: 'one' }]);
    expect(editionDiff({ ...broken, lessons: [] }, { ...broken, lessons: [] }).lessons).toEqual([]);
  });
});

describe('a block', () => {
  test('is added, changed, removed or moved', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => prose(id));
    const after = [prose('d'), prose('a', '<p>Other <b>words</b>.</p>'), prose('new'), prose('c')];
    expect(blocksOf(before, after)).toMatchObject([
      { id: 'd', change: 'moved', moved: true, text: null },
      { id: 'a', change: 'changed', moved: false, text: { before: 'a', after: 'Other words.' } },
      { id: 'new', change: 'added', text: { before: '', after: 'new' } },
      { id: 'b', change: 'removed', text: { before: 'b', after: '' } },
    ]);
  });

  test('is named by its heading, which is not repeated in its text', () => {
    const part = (label: string, words: string) => ({
      ...prose('a', `<h2>${label}</h2><p>${words}</p>`),
      label,
    });
    expect(blocksOf([part('A part', 'One.')], [part('A part', 'Two.')])).toMatchObject([
      { label: 'A part', text: { before: 'One.', after: 'Two.' } },
    ]);
    expect(blocksOf([], [part('A part', 'One.')])).toMatchObject([{ text: { before: '', after: 'One.' } }]);
    expect(blocksOf([part('A part', 'One.')], [part('Another', 'One.')])).toMatchObject([
      { text: { before: 'A part\nOne.', after: 'Another\nOne.' } },
    ]);
  });

  test('that only looks different says so', () => {
    expect(blocksOf([prose('a', '<p>a</p>')], [prose('a', '<p><em>a</em></p>')])).toMatchObject([
      { change: 'changed', look: true, text: null, question: null },
    ]);
  });

  test('that asks more than before says so', () => {
    const asked: CompiledBlock = { ...prose('a'), completesBy: 'answered' };
    expect(blocksOf([prose('a')], [asked])).toMatchObject([
      { change: 'changed', look: false, completes: { before: 'viewed', after: 'answered' } },
    ]);
  });

  test('with another label says so', () => {
    expect(blocksOf([prose('a')], [{ ...prose('a'), label: 'Another' }])).toMatchObject([
      { change: 'changed', label: 'Another', look: true },
    ]);
  });
});

describe('a question', () => {
  const q = ask('q', ['<p>One</p>', 'Two', 'Three']);
  const question = (after: CompiledBlock, afterKey = key(['b']), before = q, beforeKey = key(['b'])) =>
    blocksOf([before], [after], [{ q: beforeKey }, { q: afterKey }])[0];

  test('that did not change is not named', () => {
    expect(question(q)).toBeUndefined();
  });

  test('shows its prompt', () => {
    const other = ask('q', ['<p>One</p>', 'Two', 'Three'], '<p>Which one?</p>');
    expect(question(other)?.question).toEqual({
      prompt: { what: 'Question', before: 'Which?', after: 'Which one?' },
      asked: false,
      options: [],
      rightAnswer: false,
      feedback: false,
    });
  });

  test('shows all its options when one of them changed', () => {
    const changed = question(ask('q', ['<p>One</p>', 'Second', 'Three']));
    expect(changed?.question).toMatchObject({
      prompt: null,
      rightAnswer: true,
      options: [
        { text: 'One', change: 'same', right: null, wasRight: null },
        { text: 'Second', change: 'added', right: 1, wasRight: null },
        { text: 'Three', change: 'same' },
        { text: 'Two', change: 'removed', right: null, wasRight: 1 },
      ],
    });
  });

  test('shows that another answer is right', () => {
    expect(question(q, key(['c']))?.question).toMatchObject({
      rightAnswer: true,
      feedback: false,
      options: [
        { text: 'One', right: null, wasRight: null },
        { text: 'Two', right: null, wasRight: 1 },
        { text: 'Three', right: 1, wasRight: null },
      ],
    });
  });

  test('whose options only changed places has the same answer', () => {
    const turned = ask('q', ['Three', '<p>One</p>', 'Two']);
    const feedback = { a: '1', b: '2', c: '3' };
    const moved = question(turned, key(['c'], { a: '3', b: '1', c: '2' }), q, key(['b'], feedback));
    expect(moved).toMatchObject({ change: 'changed', look: true, question: null });
  });

  test('of which all options are right, as in an ordering, has another answer in another order', () => {
    const changed = question(q, key(['a', 'c', 'b']), q, key(['a', 'b', 'c']));
    expect(changed?.question).toMatchObject({
      rightAnswer: true,
      options: [
        { text: 'One', right: 1, wasRight: 1 },
        { text: 'Two', right: 3, wasRight: 2 },
        { text: 'Three', right: 2, wasRight: 3 },
      ],
    });
  });

  test('says that its feedback changed, without the feedback', () => {
    const changed = question(q, key(['b'], { a: '<p>Because.</p>' }))?.question;
    expect(changed).toEqual({
      prompt: null,
      asked: false,
      options: [],
      rightAnswer: false,
      feedback: true,
    });
  });

  test('that became text, or text that became a question, shows both', () => {
    expect(question(prose('q', '<p>Text</p>'))).toMatchObject({
      text: { before: '', after: 'Text' },
      question: { prompt: { before: 'Which?', after: '' } },
      completes: { before: 'passed', after: 'viewed' },
    });
  });
});

describe('what changed places', () => {
  test.each([
    ['abcd', 'abcd', ''],
    ['abcd', 'dabc', 'd'],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'badc', 2],
    ['ab', 'xaybz', ''],
    ['abc', '', ''],
  ])('from %s to %s is %s', (before, after, moved) => {
    const found = outOfOrder([...before], [...after]);
    if (typeof moved === 'number') expect(found.size).toBe(moved);
    else expect([...found].join('')).toBe(moved);
  });

  test('is as little as possible: the rest is in its old order', () => {
    const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const moved = outOfOrder(before, after);
        const rest = (list: string[], other: string[]) =>
          list.filter((id) => !moved.has(id) && other.includes(id));
        expect(rest(after, before)).toEqual(rest(before, after));
        const common = after.filter((id) => before.includes(id));
        // No longer run kept its order: try every set of those that stay.
        const longest = Math.max(
          ...Array.from({ length: 2 ** common.length }, (_, bits) => {
            const stay = common.filter((_id, index) => bits & (2 ** index));
            const order = stay.map((id) => before.indexOf(id));
            return order.every((at, index) => index === 0 || at > (order[index - 1] ?? -1)) ? stay.length : 0;
          }),
        );
        expect(common.length - moved.size).toBe(longest);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the text of html', () => {
  test.each([
    ['<p>One</p><p>Two <em>and</em> three</p>', 'One\nTwo and three'],
    ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', 'a\nb'],
    ['<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
    ['a &lt;b&gt; &amp;amp; &#39;c&#x27; &nbsp;d &unknown;', "a <b> &amp; 'c' d &unknown;"],
    ['&#0;&#xD800;&#x110000;ok', 'ok'],
    [
      'x <math><semantics><mi>h</mi><annotation encoding="x">h^2</annotation></semantics></math> y',
      'x h^2 y',
    ],
    ['<svg><title>A</title></svg>b', 'b'],
    ['', ''],
  ])('%s is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('any change', () => {
  const word = fc.constantFrom('a', 'b', 'c', '');
  const block = fc
    .record({ id: fc.constantFrom('x', 'y', 'z'), html: word, asked: fc.boolean(), label: word })
    .map(({ id, html, asked, label }) => (asked ? ask(id, ['1', html]) : { ...prose(id, html), label }));
  const lesson = fc.record({
    id: fc.constantFrom('one', 'two', 'three'),
    module: fc.constantFrom('m1', 'm2'),
    title: word,
    minutes: fc.integer({ min: 1, max: 2 }),
    blocks: fc.uniqueArray(block, { selector: ({ id }) => id, maxLength: 3 }),
    keys: fc.record({ x: fc.constantFrom(key(['a']), key(['b'])) }),
    verified: word,
  });
  const course = fc
    .tuple(fc.uniqueArray(lesson, { selector: ({ id }) => id, maxLength: 3 }), fc.record({ title: word }))
    .map(([lessons, words]) => edition(lessons, words));

  /** As the database gives it back: equal, with its keys in another order. */
  const stored = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (_name, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).reverse())
        : inner,
    ) as Value;

  test('is told, and none is invented', () => {
    fc.assert(
      fc.property(course, course, (before, after) => {
        expect(isUnchanged(editionDiff(before, stored(before)))).toBe(true);
        const inOrder = ({ manifest, lessons }: EditionContent) =>
          JSON.stringify([manifest, [...lessons].sort((a, b) => (a.content.id < b.content.id ? -1 : 1))]);
        // Keys of blocks that are not there, or are no question, are told by nothing: they do nothing.
        const used = (content: EditionContent): EditionContent => ({
          ...content,
          lessons: content.lessons.map(({ content: words, keys }) => ({
            content: words,
            keys: Object.fromEntries(
              Object.entries(keys).filter(([id]) => words.blocks.some((one) => one.id === id)),
            ),
          })),
        });
        const same = inOrder(used(before)) === inOrder(used(after));
        expect(isUnchanged(editionDiff(before, after))).toBe(same);
      }),
      { numRuns: 500 },
    );
  });
});

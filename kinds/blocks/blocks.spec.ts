import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { figures } from './figure/figures';
import { escapeHtml } from './kind';
import { passageHtml } from './passage';
import { blockKinds } from './registry';

/** A block of each kind without mistakes. */
const samples: Record<string, string> = {
  callout: ':::callout{#c kind="limit" title="A title"}\nText.\n:::',
  claim:
    ':::claim{#c speaker="Press" date="May 2023" evidence="E1" source="src"}\nA claim.\n\n> What would change it.\n:::',
  compare:
    ':::compare{#c title="A phrase" original="原文" lang="zh"}\n\n| A | B | C |\n| - | - | - |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n\n:::',
  figure: '::figure{#f name="fig" caption="A caption"}',
  lab: ':::lab{#l name="fingerprint"}\nMake one.\n:::',
  media:
    ':::media{#m src="assets/film.mp4" captions="assets/words.vtt" poster="assets/still.png" title="A film" lang="en"}\nWhat is said.\n:::',
  passage: '::passage{#p ref="D1"}',
  question:
    ':::question{#q kind="single" objective="1"}\nWhich?\n\n- [ ] No\n  > **Wrong idea.** Why.\n- [x] Yes\n  > Right.\n:::',
  timeline:
    ':::timeline{#t title="A week"}\n\n- 24 Oct 2019 — It is held.\n- 26 Oct 2019 — It is law.\n\n:::',
};
const kinds = [...blockKinds.values()];
const sampleOf = (name: string) => directive(samples[name] ?? '');
const hostile = `"'><img src=x onerror=alert(1)><script>alert(1)</script>&`;

test('every kind has a sample here', () => {
  expect(Object.keys(samples).sort()).toEqual([...blockKinds.keys()].sort());
});

describe.each(kinds)('$name', (kind) => {
  test('compiles when nothing is wrong, with a label', () => {
    const context = compileContext();
    const output = kind.compile(sampleOf(kind.name), context);
    expect(context.problems).toEqual([]);
    expect(output?.label).toMatch(/\S/);
    expect(output?.html.includes('undefined')).toBe(false);
  });

  test('completes a question or a lab by passing it, anything else by seeing it', () => {
    const output = kind.compile(sampleOf(kind.name), compileContext());
    expect(kind.completesBy).toBe(output?.question || output?.lab ? 'passed' : 'viewed');
  });

  test('reports what is missing when it is empty, and gives nothing', () => {
    for (const text of [`::${kind.name}{#x}`, `:::${kind.name}{#x}\n:::`]) {
      const context = compileContext();
      expect(kind.compile(directive(text), context)).toBeNull();
      expect(context.problems.length).toBeGreaterThan(0);
    }
  });

  test('gives nothing without saying why, whichever attribute is missing or empty', () => {
    for (const name of Object.keys(sampleOf(kind.name).attributes ?? {})) {
      for (const value of [undefined, '', '  ']) {
        const node = sampleOf(kind.name);
        node.attributes = { ...node.attributes, [name]: value };
        const context = compileContext();
        const output = kind.compile(node, context);
        expect([name, output === null]).toEqual([name, output === null && context.problems.length > 0]);
        if (output) expect([name, output.label]).toEqual([name, expect.stringMatching(/\S/)]);
      }
    }
  });

  test('escapes every attribute', () => {
    for (const name of Object.keys(sampleOf(kind.name).attributes ?? {})) {
      const node = sampleOf(kind.name);
      node.attributes = { ...node.attributes, [name]: hostile };
      const output = kind.compile(node, compileContext());
      expect(output?.html ?? '').not.toMatch(/<img|<script|"'>/);
    }
  });

  test('never throws, whatever stands in it', () => {
    const children = kinds.flatMap(({ name }): RootContent[] => sampleOf(name).children);
    const attribute = fc.oneof(
      fc.string(),
      fc.constantFrom('constructor', '__proto__', 'toString', 'E4', 'limit', 'single', 'D1', 'src', 'fig'),
    );
    const names = ['kind', 'title', 'speaker', 'date', 'evidence', 'source', 'name', 'caption', 'ref'];
    const attributes = fc.dictionary(fc.constantFrom(...names, 'original', 'lang', 'objective'), attribute);
    fc.assert(
      fc.property(attributes, fc.shuffledSubarray(children), (given, inside) => {
        const node = sampleOf(kind.name);
        node.attributes = given;
        node.children = structuredClone(inside) as typeof node.children;
        const context = compileContext();
        if (kind.compile(node, context) === null) expect(context.problems).not.toEqual([]);
      }),
    );
  });
});

describe('mistakes in a block', () => {
  test.each<[string, string, string]>([
    ['a callout of no kind', ':::callout{#c kind="loud"}\nText.\n:::', 'kind="loud" is not one of'],
    [
      'a callout about no passage',
      ':::callout{#c kind="claim-log" passage="D99"}\nText.\n:::',
      'no passage "D99"',
    ],
    [
      'a passage in another callout',
      ':::callout{#c kind="note" passage="D1"}\nText.\n:::',
      'only in a callout of',
    ],
    ['an evidence level that is not there', (samples.claim ?? '').replace('E1', 'E9'), 'evidence="E9"'],
    ['a claim without a source', (samples.claim ?? '').replace('src', 'gone'), 'no source "gone"'],
    ['a claim that nothing would change', (samples.claim ?? '').replace('> ', ''), 'needs a quotation'],
    ['a comparison of two columns', (samples.compare ?? '').replace('| 4 | 5 | 6 |', '| 4 | 5 |'), 'three'],
    ['a comparison of one row', (samples.compare ?? '').replace('\n| 4 | 5 | 6 |', ''), 'two rows'],
    ['a figure that is not there', '::figure{#f name="gone" caption="x"}', 'no figure "gone"'],
    [
      'a film that is not there',
      (samples.media ?? '').replace('film.mp4', 'gone.mp4'),
      'no film or recording',
    ],
    ['a picture as a film', (samples.media ?? '').replace('film.mp4', 'still.png'), 'no film or recording'],
    ['a film without captions', (samples.media ?? '').replace(/captions="[^"]*"/, ''), 'needs captions'],
    ['captions that are none', (samples.media ?? '').replace('words.vtt', 'talk.mp3'), 'no file of captions'],
    ['a film without a transcript', (samples.media ?? '').replace('\nWhat is said.', ''), 'transcript'],
    [
      'a recording without a transcript',
      ':::media{#m src="assets/talk.mp3" title="A talk"}\n:::',
      'the recording needs its transcript',
    ],
    ['a language that is none', (samples.media ?? '').replace('lang="en"', 'lang="e\'n"'), 'no language'],
    ['a still that is none', (samples.media ?? '').replace('still.png', 'talk.mp3'), 'no picture'],
    ['a passage that is not there', '::passage{#p ref="D99"}', 'no passage "D99"'],
    ['a question of no kind', (samples.question ?? '').replace('single', 'essay'), 'kind="essay"'],
    [
      'an objective in words',
      (samples.question ?? '').replace('objective="1"', 'objective="one"'),
      'objective',
    ],
    ['a date without a text', (samples.timeline ?? '').replace(' — It is law.', ''), 'em dash'],
    ['a timeline without a list', ':::timeline{#t title="x"}\nText.\n:::', 'needs a list'],
  ])('are named: %s', (_title, markdown, message) => {
    const node = directive(markdown);
    const context = compileContext();
    blockKinds.get(node.name)?.compile(node, context);
    expect(context.problems.join('\n')).toContain(message);
  });
});

describe('what blocks write', () => {
  test('a film loads nothing by itself, has its size, its captions and its words', () => {
    const html = blockKinds.get('media')?.compile(sampleOf('media'), compileContext())?.html ?? '';
    expect(html).toContain('<video controls preload="none" playsinline width="640" height="360"');
    expect(html).toContain('poster="/api/assets/course/image-png/640"');
    expect(html).toContain('<source src="/api/assets/course/video-mp4" type="video/mp4">');
    expect(html).toContain('<track kind="captions" src="/api/assets/course/text-vtt" srclang="en"');
    expect(html).toContain('Film, 4.2 MB');
    expect(html).toMatch(/<details[^>]*><summary>Transcript<\/summary>.*What is said\./);
    expect(html).not.toMatch(/autoplay|loop|preload="(auto|metadata)"/);
  });

  test('a recording has a player and its words, without captions', () => {
    const node = directive(':::media{#m src="assets/talk.mp3" title="A talk"}\nWhat is said.\n:::');
    const context = compileContext();
    const output = blockKinds.get('media')?.compile(node, context);
    expect([context.problems, output?.label]).toEqual([[], 'Recording: A talk']);
    expect(output?.html).toContain('<audio controls preload="none"><source');
    expect(output?.html).not.toContain('<video');
  });

  test('a passage escapes each of its words', () => {
    const fields = ['id', 'title', 'paraphrase', 'speaker', 'mode', 'verb', 'zh', 'pinyin'] as const;
    for (const field of fields) {
      const passage = compileContext({ [field]: hostile }).passage('D1');
      expect(passage && passageHtml(passage)).not.toMatch(/<img|<script/);
    }
  });

  test('a passage without its Chinese or its verb has no empty place for them', () => {
    const passage = compileContext({ zh: null, pinyin: null, verb: null }).passage('D1');
    const html = passage ? passageHtml(passage) : '';
    expect(html).not.toMatch(/passage-zh|verb|null/);
  });

  test('escaped text stays text in html and in attributes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const back = escaped.replace(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => {
          return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[name] ?? '';
        });
        expect(back).toBe(text);
      }),
    );
  });

  test.each(Object.entries(figures))(
    'the figure %s has a title, a text that says it all, and runs no code',
    (_name, figure) => {
      expect(figure.title).toMatch(/\S/);
      expect(figure.description.length).toBeGreaterThan(80);
      expect(figure.svg).toMatch(/^<svg[\s>]/);
      expect(figure.svg).not.toMatch(/<script|\son\w+=|javascript:|href="http|undefined|NaN/);
    },
  );
});

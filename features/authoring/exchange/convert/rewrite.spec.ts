import { describe, expect, test } from 'vitest';
import type { Medium } from '../received';
import { convertCourse } from './convert-course';

const medium = (type: Medium['type'], hash: string): Medium => ({ type, hash, file: '' });

async function convert(files: Record<string, string>, media: Record<string, Medium> = {}) {
  const { texts, used, notes } = await convertCourse({
    name: 'upload',
    texts: new Map(Object.entries(files)),
    media: new Map(Object.entries(media)),
    verified: '2026-11-23',
    into: null,
  });
  const said = notes.map(({ kind, file, line, message }) => `${kind} ${file}:${line} ${message}`);
  return { texts, used, said, paths: [...texts.keys()] };
}

/** The text of the one lesson that a page becomes, without its front matter. */
async function lessonOf(
  page: string,
  media: Record<string, Medium> = {},
  others: Record<string, string> = {},
) {
  const { texts, said } = await convert({ 'page.md': page, ...others }, media);
  const [, text = ''] = [...texts].find(([path]) => /\d-t\.md$/.test(path)) ?? [];
  return { text: text.replace(/^---\n[\s\S]*?\n---\n\n/, ''), said };
}

const png = medium('image/png', 'a');

describe('a page', () => {
  test('with several # headings is several lessons; what stands before the first belongs to it', async () => {
    const { texts } = await convert({
      'all.md': 'Before.\n\n# One\n\nText. [on](#two)\n\nTwo\n===\n\n## Sub\n\nMore. [back](#one)\n',
    });
    expect(texts.get('modules/1-upload/1-one.md')).toContain('---\n\nBefore.\n\n\n\nText. [on](two)');
    expect(texts.get('modules/1-upload/2-two.md')).toContain('\n## Sub {#sub}\n\nMore. [back](one)');
  });

  test('has ids on its ## headings, no deeper ones than ###, and no two alike', async () => {
    const { text } = await lessonOf(
      '# T\n\n## Twice\n\nx\n\n## Twice\n\nx\n\n## Step 2\n\n#### Deep #\n\n###### Deeper\n\n## 中文\n\n> # Quoted\n\nUnder\n-----\n\n## Own {#my-id .cls}\n\nx\n',
    );
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '## Twice {#twice}',
      '## Twice {#part-2-twice}',
      '## Step 2 {#step-2-part}',
      '### Deep',
      '### Deeper',
      '## 中文 {#part}',
      '## Under {#under}',
      '## Own {#my-id}',
    ]);
    expect(text).toContain('> ### Quoted');
  });

  test('leaves code, tables, lists, tasks and formulas as they were written', async () => {
    const kept =
      '```md\n# no heading\n<b>no html</b> [x](gone.md)\n:::note\n```\n\n| a | b |\n| - | - |\n| `<i>` | $x$ |\n\n- [x] done\n- [ ] open\n    1. *deep*\n\n$$\ny = x^2\n$$\n\n    indented <b>code</b>';
    expect((await lessonOf(`# T\n\nx\n\n${kept}\n`)).text).toBe(`x\n\n${kept}\n`);
  });

  test('comments go, html becomes its text, scripts and styles go whole', async () => {
    const { text, said } = await lessonOf(
      '# T\n\nA <!-- secret --> b<br>c <span style="x">d</span> <script>alert(1)</script>e.\n\n<div class="x">\n<h2>Title</h2>\n<p>Words &amp; more</p><style>p{}</style>\n</div>\n\n<!-- all\n\nof it -->\n\n| a<br>b |\n| - |\n| <b>c</b> |\n',
    );
    expect(text).toBe('A  b\\\nc d e.\n\nTitle\n\nWords &amp; more\n\n\n\n| a b |\n| - |\n| c |\n');
    expect(said.filter((line) => line.includes('comment'))).toEqual([
      'dropped page.md:3 a comment',
      'dropped page.md:10 a comment',
    ]);
    expect(said.join('\n')).not.toContain('secret');
  });

  test('boxes become callouts, boxes in boxes text, and an empty one nothing', async () => {
    const { text } = await lessonOf(
      '# T\n\n> [!WARNING]\n> Mind **this**.\n\n??? example "An \\"odd\\" one"\n    Inside.\n\n    !!! tip\n        Deeper.\n\n::: details Click\nMore.\n:::\n\n!!! note\n\nAfter.\n',
    );
    expect(text).toBe(
      ':::callout{#callout-1 kind="note" title="Warning"}\nMind **this**.\n:::\n\n:::callout{#callout-2 kind="example" title="An &quot;odd&quot; one"}\nInside.\n\n**Tip**\n\nDeeper.\n:::\n\n:::callout{#callout-3 kind="note" title="Click"}\nMore.\n:::\n\nAfter.\n',
    );
  });

  test('money is no formula, and a formula stays one', async () => {
    expect((await lessonOf('# T\n\nFrom $5 to $10, or $a + b$ for $3.\n')).text).toBe(
      'From \\$5 to \\$10, or $a + b$ for $3.\n',
    );
  });

  test('footnotes become notes, references links, templates nothing', async () => {
    const { text } = await lessonOf(
      '# T\n\nA[^x] and [site][s]{: .cls } {% if a %}b{% endif %}.\n\n[^x]: The *note*.\n\n[s]: https://example.org/a(b) "T"\n',
    );
    expect(text).toBe('A (note 1) and [site](<https://example.org/a(b)>) b.\n\n- Note 1: The *note*.\n');
  });

  test('pictures beside the text move to assets, with words or a prompt for them', async () => {
    const { texts, used, said } = await convert(
      {
        'a/one.md':
          '# One\n\n![Map](img/Map%20One.PNG) ![](../b/map-one.png) <img src="img/Map One.PNG" alt="Again"> [law](law.pdf)\n\n![ref][r]\n\n[r]: img/Map%20One.PNG\n',
        'b/two.md':
          '# Two\n\n![x](https://example.org/x.png) [![y](../a/none.gif)](https://example.org) ![z](data:image/png;base64,AA)\n',
      },
      {
        'a/img/Map One.PNG': png,
        'b/map-one.png': medium('image/png', 'b'),
        'a/law.pdf': medium('application/pdf', 'c'),
      },
    );
    expect([...used]).toEqual([
      ['assets/map-one.png', 'a/img/Map One.PNG'],
      ['assets/map-one-2.png', 'b/map-one.png'],
      ['assets/law.pdf', 'a/law.pdf'],
    ]);
    expect(texts.get('modules/1-a/1-one.md')).toContain(
      '![Map](assets/map-one.png) ![[[write: what this picture shows]]](assets/map-one-2.png) ![Again](assets/map-one.png) [law](assets/law.pdf)\n\n![ref](assets/map-one.png)',
    );
    expect(texts.get('modules/2-b/1-two.md')).toContain(
      '[x](https://example.org/x.png) [y](https://example.org) z\n',
    );
    expect(said).toContain(
      'dropped b/two.md:3 a picture that is not in the upload, or not of a kind that is taken: ../a/none.gif',
    );
  });

  test.each([
    ['javascript:alert(1)', 'words'],
    ['<java&#10;script:alert(1)>', 'words'],
    ['data:text/html,x', 'words'],
    ['//evil.example', 'words'],
    ['\\\\evil', 'words'],
    ['vbscript:x', 'words'],
    ['../../../etc/passwd', 'words'],
    ['gone.md', 'words'],
    ['LICENSE.md', 'words'],
    ['https://example.org/a', '[words](https://example.org/a)'],
    ['mailto:a@example.org', '[words](mailto:a@example.org)'],
    ['other.md', '[words](other)'],
    ['./other.md?x=1#part-two', '[words](other#part-two)'],
    ['other#gone', '[words](other)'],
    ['other.html', '[words](other)'],
    ['/other/', '[words](other)'],
    ['#here', '[words](#here)'],
    ['#deep', '[words](#here)'],
    ['%E0%A4%A', 'words'],
  ])('a link to %s becomes %s', async (url, written) => {
    const { text } = await lessonOf(
      `# T\n\n[words](${url})\n\n## Here\n\n### Deep\n\nx\n`,
      {},
      { 'other.md': '# Other\n\n## Part two\n\nx\n', 'LICENSE.md': 'x' },
    );
    expect(text.split('\n')[0]).toBe(written);
  });

  test('lines in the report are those of the file', async () => {
    const { said } = await lessonOf(
      '---\ntitle: T\nfoo: 1\n---\n\n# T\n\n!!! note\n    a\n\n    <b>x</b>\n\n[x](gone.md)\n',
    );
    expect(said.filter((line) => !line.startsWith('kept'))).toEqual([
      'dropped page.md:1 front matter that nothing is made of: foo',
      'changed page.md:8 the box "note" became a callout',
      'changed page.md:11 raw html became its text',
      'dropped page.md:13 a link to something that is not in the upload: its words stay (gone.md)',
    ]);
  });

  test.each([
    '> '.repeat(3000),
    ':::a\n'.repeat(2000),
    'a\n=\n'.repeat(3000),
    '- '.repeat(3000),
    '['.repeat(20_000),
    '*a '.repeat(5000),
    '<b>'.repeat(3000),
    '$1 '.repeat(2000),
  ])(
    'that only tries patience takes little of it (%#)',
    async (text) => {
      await expect(
        convert({ 'page.md': `# T\n\n${text}x\n`, 'other.md': '# O\n\nx\n' }),
      ).resolves.toBeDefined();
    },
    20_000,
  );
});

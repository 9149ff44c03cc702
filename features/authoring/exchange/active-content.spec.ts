import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { contentType, formOf, memoryStore, zipOfFiles } from '@/test/archives';
import { courseFiles } from '@/test/course-folder';
import { compileLesson } from '../compile/lesson';
import { readLibrary } from '../compile/library';
import { prepareUpload } from './prepare-upload';

const families: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a picture that fails', '<img src=x onerror=alert(1)>'],
  ['a handler', '<b onclick="alert(1)">bold</b>'],
  ['a frame', '<iframe src="https://evil.example"></iframe>'],
  ['a form', '<form action="https://evil.example"><input name=p><button>Go</button></form>'],
  ['an overlay', '<div style="position:fixed;inset:0">over</div>'],
  ['an SVG', '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg>'],
  ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">'],
  ['a base', '<base href="https://evil.example/">'],
  ['a tag in a tag', '<<b>script>alert(1)<</b>/script>'],
  ['a tag that is never closed', '<img src="x" onerror="alert(1)"'],
  ['a link to a script', '[link](javascript:alert(1))'],
  ['a link to a script in disguise', '[link](JaVaScRiPt:alert(1))'],
  ['a link to a script with a break', '[link](<java&#10;script:alert(1)>)'],
  ['a link to data', '[link](data:text/html,<script>alert(1)</script>)'],
  ['a link to a script by reference', '[link][l]\n\n[l]: javascript:alert(1)\n\n'],
  ['a picture from data', '![x](data:image/svg+xml,<svg/onload=alert(1)>)'],
  ['a picture from elsewhere', '![x](https://evil.example/pixel.png)'],
  ['an automatic link', '<javascript:alert(1)>'],
  ['a formula with a script', '$\\href{javascript:alert(1)}{x}$'],
  ['a formula with a picture', '$\\includegraphics{https://evil.example/x.png}$'],
  ['attributes on a directive', ':zh[字]{onclick="alert(1)" style="position:fixed"}'],
  ['a template tag', '{{< figure src="javascript:alert(1)" >}}'],
  ['a quotation mark that ends an attribute', '"><script>alert(1)</script>'],
];

/** Where such a thing can stand in a page of another system. */
const places: [string, (text: string) => Record<string, string>][] = [
  ['the text', (text) => ({ 'a.md': `# T\n\nBefore ${text} after.\n` })],
  ['a paragraph of its own', (text) => ({ 'a.md': `# T\n\nBefore\n\n${text}\n\nafter.\n` })],
  ['a heading', (text) => ({ 'a.md': `# T\n\n## Before ${text} after.\n\nx\n` })],
  ['the title', (text) => ({ 'a.md': `# Before ${text} after.\n\nBefore after.\n` })],
  [
    'front matter',
    (text) => ({
      'a.md': `---\ntitle: ${JSON.stringify(text)}\ndescription: ${JSON.stringify(text)}\n---\n\nBefore after.\n`,
    }),
  ],
  ['the title of a box', (text) => ({ 'a.md': `# T\n\n!!! note "${text}"\n    Before after.\n` })],
  ['a box', (text) => ({ 'a.md': `# T\n\n> [!NOTE]\n> Before ${text.replaceAll('\n', '\n> ')} after.\n` })],
  ['a table', (text) => ({ 'a.md': `# T\n\n| Before |\n| - |\n| ${text.replaceAll('\n', ' ')} after. |\n` })],
  ['a list', (text) => ({ 'a.md': `# T\n\n- Before ${text.replaceAll('\n', '\n  ')} after.\n` })],
  ['the words of a picture', (text) => ({ 'a.md': `# T\n\nBefore ![${text}](gone.png) after.\n` })],
  [
    'a table of contents',
    (text) => ({ 'SUMMARY.md': `# ${text}\n\n- [${text}](a.md)\n`, 'a.md': '# T\n\nBefore after.\n' }),
  ],
  [
    'the settings of a site',
    (text) => ({
      'mkdocs.yml': `site_name: ${JSON.stringify(text)}\nsite_description: ${JSON.stringify(text)}\n`,
      'a.md': '# T\n\nBefore after.\n',
    }),
  ],
  ['the front page', (text) => ({ 'README.md': `# ${text}\n\n${text}\n\nBefore after.\n\nMore.\n` })],
];

/** The elements and attributes that a lesson may be made of, whatever the text was. */
const harmless = new Set(
  'p h2 h3 a b strong em i del code pre ul ol li blockquote table thead tbody tr th td span button figure figcaption aside cite br hr sup sub div section input img math semantics mrow mi mo mn mtext msup mspace mstyle merror annotation dl dt dd time'.split(
    ' ',
  ),
);

/** What in some html a browser would run, fetch or lay over the page. */
function activeIn(html: string): string[] {
  const found: string[] = [];
  visit(unified().use(rehypeParse, { fragment: true }).parse(html), 'element', ({ tagName, properties }) => {
    if (!harmless.has(tagName)) found.push(`<${tagName}>`);
    if (tagName === 'input' && properties.type !== 'checkbox') found.push('<input>');
    for (const [name, value] of Object.entries(properties)) {
      const to = String(value);
      if (/^on|^style$|^formAction$|^action$/i.test(name)) found.push(`${tagName} ${name}`);
      if (name === 'src') found.push(`${tagName} src=${to}`);
      if (name === 'href' && !/^(#|https?:\/\/|mailto:|[a-z0-9-]+(#|$))/.test(to)) found.push(`href=${to}`);
    }
  });
  return found;
}

/** The html of every lesson, even where the compiler refuses it: previews show a text with mistakes. */
async function htmlOf(files: CourseFiles): Promise<string> {
  const { library } = await readLibrary(files, () => {});
  const paths = [...files.texts.keys()].filter((path) => /^modules\/[^/]+\/[^/]+\.md$/.test(path));
  const lessons = paths.map((path) => compileLesson(path, files.texts.get(path) ?? '', library, () => {}));
  const blocks = lessons.flatMap((result) => result?.lesson.blocks ?? []);
  const sources = lessons.flatMap((result) => result?.lesson.sources ?? []);
  return [...blocks, ...sources].map(({ html }) => html).join('\n');
}

const prepared = (files: Record<string, string>) =>
  prepareUpload(formOf([{ name: 'x.zip', data: zipOfFiles(files) }]), {
    contentType,
    store: memoryStore(),
    verified: '2026-11-23',
    into: null,
  });

describe.each(places)('what a browser would run does not survive the importer in %s', (_place, page) => {
  test.each(families)('%s', async (_title, text) => {
    const brought = await prepared(page(text));
    const html = await htmlOf(brought);
    expect(html).toContain('Before');
    expect(activeIn(html)).toEqual([]);
  });
});

describe('nor in a course of our own form, in any of its files', () => {
  const quoted = (text: string) => JSON.stringify(text);
  test.each(families)('%s', async (_title, text) => {
    const files = Object.fromEntries(
      Object.entries(courseFiles).map(([path, content]) => [
        path,
        path.endsWith('.yaml')
          ? content.replace(
              /^(\s*-?\s*(?:title|summary|paraphrase|speaker|definition|term|publisher|usedFor|level|note): ).*$/gm,
              (_line, key) => `${key}${quoted(text)}`,
            )
          : content
              .replace('The opening', () => `Before ${text} after`)
              .replace('> Right.', () => `> Right ${text.replaceAll('\n', ' ')}.`),
      ]),
    );
    const brought = await prepared(files);
    // Nothing is written otherwise on the way: what it is shown as is the compiler's to decide.
    expect(Object.fromEntries(brought.texts)).toEqual(files);
    expect(activeIn(await htmlOf(brought))).toEqual([]);
  });
});

test.each([
  '<script>x</script>',
  '<p onclick="x">y</p>',
  '<a href="javascript:x">y</a>',
  '<a href="//evil.example">y</a>',
  '<img src="https://evil.example/x.png">',
  '<div style="position:fixed">y</div>',
  '<form></form>',
])('this spec would see %s', (html) => {
  expect(activeIn(html)).not.toEqual([]);
});

test('the report names what went, and holds nothing that is shown as html', async () => {
  const { report } = await prepared({
    'a.md': '# T\n\nBefore <script>alert(1)</script> [x](javascript:alert(1))\n',
  });
  const said = report.map(({ message }) => message);
  expect(said).toContain('raw html became its text');
  expect(said).toContain('a link that leads to no web address: its words stay (javascript:alert(1))');
});

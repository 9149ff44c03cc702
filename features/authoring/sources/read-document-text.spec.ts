import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text';
import { htmlParagraphs, TooMuchMarkup } from './html-paragraphs';
import { asPasted, formatOfPasted, largestUpload, readParagraphs, readUpload } from './read-document-text';

const chinese = '湖区的港口城市就共同的账本达成一致，各保存一份。';
const english = 'The towns agreed: “one ledger” for £3 and €4.';
/** GB18030 of the same. */
const gb18030 = Uint8Array.from(
  Buffer.from('uv7H+LXEuNu/2rPHytC+zbmyzay1xNXLsb6077PJ0rvWwqOsuPexo7Tm0ru33aGj', 'base64'),
);
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(big ? bytes.swap16() : bytes);
};
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the bytes of a file are read as text', () => {
  test.each<[encoding: string, bytes: Uint8Array, text: string]>([
    ['UTF-8', utf8(chinese + english), chinese + english],
    ['UTF-8 with a mark', utf8(`\ufeff${chinese}`), chinese],
    ['UTF-16, little end first', utf16(`\ufeff${chinese}`), chinese],
    ['UTF-16, big end first', utf16(`\ufeff${chinese}`, true), chinese],
    ['UTF-16 without a mark', utf16(english), english],
    ['UTF-16 without a mark, big end first', utf16(english, true), english],
    ['GB18030', gb18030, chinese],
    ['nothing', new Uint8Array(), ''],
  ])('%s', (_encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text });
  });

  test.each<[what: string, bytes: Uint8Array]>([
    ['a PDF', utf8('%PDF-1.7 and more')],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46])],
    ['text with NUL', utf8('a\u0000b')],
    ['control characters', utf8('\u0001\u0002\u0003\u0004')],
    [
      'Latin-1, which would be read as wrong Chinese',
      latin1('La décision a été prise à l’été, très tôt, après la séance.'),
    ],
    ['half of UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8])],
    ['noise', Uint8Array.from(Array.from({ length: 400 }, (_, at) => (at * 7919 + 131) % 256))],
  ])('but not %s', (_what, bytes) => {
    expect(decodeText(bytes)).toEqual({ problem: expect.stringMatching(/UTF-8|paste the text/) });
  });

  test('whatever bytes come, the answer is text without NUL or a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = decodeText(bytes);
        if ('text' in read)
          expect([read.text.includes('\u0000'), read.text.isWellFormed()]).toEqual([false, true]);
        else expect(read.problem).not.toBe('');
      }),
    );
  });
});

describe('an upload', () => {
  test('is told by its name', () => {
    const formatOf = (name: string) => readUpload(name, utf8('x'));
    expect(['a.txt', 'a.MD', 'a.html', 'a.htm'].map(formatOf)).toMatchObject([
      { format: 'text' },
      { format: 'markdown' },
      { format: 'html' },
      { format: 'html' },
    ]);
    for (const name of ['a.pdf', 'a.docx', 'a.txt.exe', 'txt', ''])
      expect(formatOf(name)).toEqual({ problem: expect.stringContaining('.txt, .md or .html') });
  });

  test('is at most 2 MB', () => {
    expect(readUpload('a.txt', new Uint8Array(largestUpload + 1).fill(97))).toEqual({
      problem: expect.stringContaining('2 MB'),
    });
  });

  test('comes back as text when something else was wrong', () => {
    expect(asPasted('<nav>Home</nav><p>One <b>two</b></p><p>Three</p>', 'html')).toBe('One two\n\nThree');
    expect(asPasted(' as it was ', 'text')).toBe(' as it was ');
  });
});

describe('a format', () => {
  test('is html where a whole page was pasted, else plain text', () => {
    expect(formatOfPasted('  <!DOCTYPE html><html>')).toBe('html');
    expect(formatOfPasted('<html lang="zh">')).toBe('html');
    expect(formatOfPasted('He wrote <html> on the board.')).toBe('text');
    expect(formatOfPasted('<b>bold</b> words')).toBe('text');
  });

  test('Markdown is reduced to its words', () => {
    const markdown =
      '---\ntitle: x\n---\n# Towns\n\nLin **Wei** said [it](javascript:alert(1)) at 10:30. ![pic](x.png)\n\n- one\n- two\n\n> three\n\n<p onclick="x()">four</p>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```\n\n***\n';
    expect(readParagraphs(markdown, 'markdown')).toEqual([
      { text: '--- title: x ---', furniture: 'head of the file' },
      { text: 'Towns', heading: true },
      { text: 'Lin Wei said it at 10:30.' },
      { text: 'one' },
      { text: 'two' },
      { text: 'three' },
      { text: 'four' },
      { text: 'a · b' },
      { text: '1 · 2' },
      { text: 'code' },
    ]);
  });
});

describe('a page of html becomes paragraphs of text', () => {
  test('of its article, with headings, and what belongs to the page marked', () => {
    const page = `<!doctype html><html><head><title>T</title><style>p{}</style></head><body>
      <header><a href="/">Harbour Weekly</a></header><nav><ul><li>Home</li><li>Towns</li></ul></nav>
      <main><article><header><h1>A  ledger</h1><p class="byline">By Jane</p></header>
      <p>One<br>Two <a href="x">three</a>&nbsp;four</p><figure><img alt="x"><figcaption>Photo: A</figcaption></figure>
      <div class="wp-caption-text">A caption</div><ruby>漢<rt>kan</rt></ruby></article></main>
      <aside>Popular</aside><form><input value="x"><button>Subscribe</button></form><footer>© 2019</footer>
      <p hidden>hidden one</p><div style="display: none">hidden two</div><p aria-hidden="true">hidden three</p>
      <div role="navigation">Menu</div></body></html>`;
    expect(htmlParagraphs(page)).toEqual([
      { text: 'Harbour Weekly', furniture: 'head of the page' },
      { text: 'Home Towns', furniture: 'navigation of the page' },
      { text: 'A ledger', heading: true },
      { text: 'By Jane' },
      { text: 'One' },
      { text: 'Two three four' },
      { text: 'Photo: A', furniture: 'caption of a picture' },
      { text: 'A caption', furniture: 'caption of a picture' },
      { text: '漢' },
      { text: 'Popular', furniture: 'beside the text of the page' },
      { text: 'Subscribe', furniture: 'form of the page' },
      { text: '© 2019', furniture: 'foot of the page' },
      { text: 'hidden one', furniture: 'hidden on the page' },
      { text: 'hidden two', furniture: 'hidden on the page' },
      { text: 'hidden three', furniture: 'hidden on the page' },
      { text: 'Menu', furniture: 'navigation of the page' },
    ]);
  });

  test('furniture is cut where nobody would read on', () => {
    const [menu] = htmlParagraphs(`<nav>${'Towns '.repeat(1_000)}</nav>`);
    expect(menu?.text.length).toBeLessThan(2_010);
  });

  test('of a page that is made to be too large or too deep, nothing', () => {
    expect(() => htmlParagraphs('<b>'.repeat(60_001))).toThrow(TooMuchMarkup);
    expect(() => htmlParagraphs('<div>'.repeat(50_000))).toThrow(TooMuchMarkup);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenOf, escapeXml, NoXml, readXml, textIn } from './xml-read';

test('elements, attributes, text, CDATA and comments are read in order', () => {
  const root = readXml(
    `<?xml version="1.0"?><!-- a remark --><quiz a="1 &lt; 2" b='"'>\n<x/>t &amp; &#65;&#x42;<![CDATA[<b>&amp;</b>]]><y ><z>1</z></y></quiz>\n`,
  );
  expect([...root.attributes]).toEqual([
    ['a', '1 < 2'],
    ['b', '"'],
  ]);
  expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
    '\n',
    'x',
    't & AB',
    '<b>&amp;</b>',
    'y',
  ]);
  expect(textIn(root)).toBe('\nt & AB<b>&amp;</b>1');
  expect(childrenOf(root, 'y').map(textIn)).toEqual(['1']);
});

test.each([
  ['<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', 'declarations'],
  ['<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', 'declarations'],
  ['<quiz>&a;</quiz>', 'stands for nothing'],
  ['<quiz>&amp</quiz>', 'stands for nothing'],
  ['<quiz a="&xxe;"/>', 'stands for nothing'],
  ['<quiz>', 'never closed'],
  ['<quiz><!-- </quiz>', 'never closed'],
  ['<quiz></x>', 'closes nothing'],
  ['</quiz>', 'closes nothing'],
  ['<quiz></quiz', 'closes nothing'],
  ['<quiz/><quiz/>', 'not one element'],
  ['words', 'not one element'],
  ['', 'not one element'],
  ['<quiz>1 < 2</quiz>', 'begins no element'],
  ['<quiz a=1></quiz>', 'written wrongly'],
  ['<quiz a="<"></quiz>', 'written wrongly'],
  [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, 'too deep'],
  [`<a>${'<b/>'.repeat(50_001)}</a>`, 'too many'],
])('what is not read is refused with why: %.40s', (text, why) => {
  expect(() => readXml(text)).toThrow(NoXml);
  expect(() => readXml(text)).toThrow(why);
});

test('references to no character are nothing', () => {
  expect(textIn(readXml('<a>x&#0;&#xD800;&#x110000;y</a>'))).toBe('xy');
});

/** XML has no place for most control characters. */
const isKept = (sign: string): boolean =>
  ['\t', '\n', '\r'].includes(sign) || (sign >= ' ' && !['\ufffe', '\uffff'].includes(sign));

describe('whatever arrives', () => {
  test('any text that is escaped comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = [...text].filter((sign) => isKept(sign)).join('');
        const root = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        expect(textIn(root)).toBe(kept);
        expect(root.attributes.get('b')).toBe(kept);
      }),
    );
  });

  test('garbage is refused by name and never in another way', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<a>',
        '</a>',
        '<a b="c">',
        '&amp;',
        '&x;',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?',
        '?>',
        '<!DOCTYPE',
        '"',
        "'",
        '=',
        '&#x41;',
        '\0',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          readXml(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(NoXml);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

import { assert, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { decodedText, encodingNames, encodingsOf } from './text-encoding';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const list = '姓名,邮箱\r\n李雷,li@a.example\r\n';

test.each([
  ['a UTF-8 mark', Buffer.from(`\ufeff${list}`), ['utf-8']],
  ['a UTF-16 mark', utf16(`\ufeff${list}`), ['utf-16le']],
  ['a UTF-16 mark the other way round', utf16(`\ufeff${list}`).swap16(), ['utf-16be']],
  ['UTF-16 without a mark', utf16(list), ['utf-16le']],
  ['UTF-16 the other way round without a mark', utf16(list).swap16(), ['utf-16be']],
  ['plain text', Buffer.from('a,b'), ['utf-8', 'gb18030']],
  ['text with a zero in it', Buffer.from('a,\u0000b,c,d'), ['utf-8', 'gb18030']],
  ['bytes of zeros', Buffer.alloc(100), ['utf-8', 'gb18030']],
  ['nothing', Buffer.alloc(0), ['utf-8', 'gb18030']],
])('what %s can be', (_title, bytes, encodings) => {
  expect(encodingsOf(bytes)).toEqual(encodings);
});

test('any bytes can be something that has a name', () => {
  assert(
    property(uint8Array(), (bytes) => {
      for (const encoding of encodingsOf(bytes)) expect(encodingNames[encoding]).toBeTruthy();
    }),
  );
});

test('a text is read in the first encoding that all of it fits, and what is no text in none', () => {
  expect(decodedText(Buffer.from(`\ufeff${list}`))).toBe(list);
  expect(decodedText(utf16(`\ufeff${list}`))).toBe(list);
  expect(decodedText(Buffer.from([0xc0, 0xee]))).toBe('李');
  expect(decodedText(Buffer.from('a,\u0000b,c,d'))).toBeNull();
  expect(decodedText(Buffer.from([0xff, 0xff, 0xff]))).toBeNull();
});

import { expect, test } from 'vitest';
import { zipOfFiles } from '@/test/archives';
import { pdfOf, pictureOf } from '@/test/assets';
import { kindOf } from './kind-of';

const wordOf = (names = ['[Content_Types].xml', 'word/document.xml']) =>
  zipOfFiles(Object.fromEntries(names.map((name) => [name, 'words'])));

test('a file is what its content says', async () => {
  expect(kindOf(pdfOf())).toBe('pdf');
  expect(kindOf(await pictureOf('png'))).toBe('png');
  expect(kindOf(await pictureOf('jpeg'))).toBe('jpg');
  expect(kindOf(wordOf())).toBe('docx');
  expect(kindOf(Buffer.from('Four words of 区块链.\r\n\tAnd more.'))).toBe('txt');
});

test.each([
  ['other pictures', () => pictureOf('gif')],
  ['a zip of something else', async () => wordOf(['notes.txt'])],
  [
    'a document with macros',
    async () => wordOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
  ],
  ['half a document', async () => wordOf().subarray(0, 60)],
  [
    'a document with a false directory',
    async () => Buffer.concat([wordOf().subarray(0, 30), wordOf().subarray(-22)]),
  ],
  ['a program', async () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2])],
  ['text of another encoding', async () => Buffer.from([0x61, 0xe4, 0x62])],
])('%s is nothing that is taken', async (_what, bytes) =>
  expect(kindOf(Buffer.from(await bytes()))).toBeNull(),
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetTypes } from '../authoring/course-files';
import { assetPath, assetWord, isWrongName, sizeInWords } from './asset-names';

const nothing = () => undefined;
const png = { type: 'image/png', hash: 'a' } as const;

describe('the path of an asset', () => {
  test.each([
    ['Hash chain (1).PNG', 'assets/hash-chain-1.png'],
    ['../../etc/passwd.png', 'assets/passwd.png'],
    ['C:\\pictures\\Überblick.png', 'assets/uberblick.png'],
    ['图表.png', 'assets/picture.png'],
    ['', 'assets/picture.png'],
    ['.png', 'assets/picture.png'],
    ['a.tar.png', 'assets/a-tar.png'],
    [`${'long '.repeat(40)}.png`, `assets/${'long-'.repeat(12).slice(0, -1)}.png`],
  ])('for %j is plain', (name, path) => {
    expect(assetPath(name, png, nothing)).toBe(path);
  });

  test('has the ending of the content', () => {
    expect(assetPath('photo.jpeg', { type: 'image/jpeg', hash: 'a' }, nothing)).toBe('assets/photo.jpg');
  });

  test('is the same for the same bytes, and numbered for others', () => {
    const at: Record<string, string> = { 'assets/x.png': 'a', 'assets/x-2.png': 'b' };
    const path = (hash: string) => assetPath('x.png', { type: 'image/png', hash }, (p) => at[p]);
    expect([path('a'), path('b'), path('c')]).toEqual(['assets/x.png', 'assets/x-2.png', 'assets/x-3.png']);
  });

  test('never leaves the folder, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(assetPath(name, png, nothing)).toMatch(/^assets\/[a-z0-9]+(-[a-z0-9]+)*\.png$/);
      }),
    );
  });
});

describe('a name', () => {
  test.each([
    ['x.png', 'image/png', false],
    ['x.PNG ', 'image/png', false],
    ['x.jpeg', 'image/jpeg', false],
    ['x.mp4', 'audio/mp4', false],
    ['pasted', 'image/png', false],
    ['', 'image/png', false],
    ['x.html', 'image/png', true],
    ['x.jpg', 'image/png', true],
    ['x.png.exe', 'image/png', true],
    ['folder.exe/x.png', 'image/png', false],
  ] as const)('%j of a %s is wrong: %s', (name, type, wrong) => {
    expect(isWrongName(name, type)).toBe(wrong);
  });
});

test('every type has a word', () => {
  for (const type of assetTypes) expect(assetWord(type)).toMatch(/^[A-Z]/);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [4_230_000, '4.2 MB'],
  [25_000_000, '25 MB'],
  [999_500_000, '1.0 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

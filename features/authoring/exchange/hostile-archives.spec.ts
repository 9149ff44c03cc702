import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRefusal } from '@/rules/authoring/course-paths-refusals';
import { contentType, type Entry, formOf, memoryStore, zipOf, zipOfFiles } from '@/test/archives';
import { courseFiles } from '@/test/course-folder';
import { prepareUpload } from './prepare-upload';
import { takeIn } from './take-in';
import { inTemporaryFolder } from './temporary-folder';

const before = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'spec-imports-'));
beforeAll(() => {
  process.env.TMPDIR = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true, force: true });
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A course that is fine by itself, with a picture, so that there is something to keep. */
const fine: Entry[] = [
  ...Object.entries(courseFiles).map(([name, data]) => ({ name, data })),
  { name: 'assets/dot.png', data: png },
];

async function upload(archive: Buffer, name = 'course.zip') {
  const store = memoryStore();
  const body = formOf([{ name, data: archive }], 64 * 1024);
  const options = { contentType, store, verified: '2026-11-23', into: null };
  const outcome = await prepareUpload(body, options).then(
    (prepared) => ({ prepared, error: null }),
    (error: unknown) => ({ prepared: null, error }),
  );
  return { ...outcome, store };
}

const mega = 1024 * 1024;
type Row = [title: string, entries: Entry[], code: ImportRefusal, file?: string];
const rows: Row[] = [
  ['a path out of it', [{ name: '../evil.md', data: 'x' }], 'parent-path', '../evil.md'],
  ['a path out of it, further in', [{ name: 'a/b/../../../evil.md', data: 'x' }], 'parent-path'],
  ['an absolute path', [{ name: '/etc/cron.d/evil.md', data: 'x' }], 'absolute-path'],
  ['a drive letter', [{ name: 'C:/evil.md', data: 'x' }], 'drive-path'],
  ['a backslash', [{ name: 'a\\..\\..\\evil.md', data: 'x' }], 'backslash-in-path'],
  ['a NUL in a name', [{ name: 'evil.md\0.png', data: 'x' }], 'control-in-path'],
  ['a line break in a name', [{ name: 'evil\n.md', data: 'x' }], 'control-in-path'],
  ['an empty part of a path', [{ name: 'a//b.md', data: 'x' }], 'odd-path'],
  ['a folder out of it', [{ name: '../evil/', data: '', method: 0 }], 'parent-path'],
  ['a symbolic link', [{ name: 'link.md', data: '/etc/passwd', mode: 0o120777 }], 'special-entry'],
  ['a device', [{ name: 'null.md', data: '', mode: 0o020666 }], 'special-entry'],
  ['a pipe', [{ name: 'pipe.md', data: '', mode: 0o010666 }], 'special-entry'],
  ['a file twice', [{ name: 'course.yaml', data: 'slug: other' }], 'duplicate-path'],
  ['a file twice but for its case', [{ name: 'Course.YAML', data: 'slug: other' }], 'duplicate-path'],
  [
    'a file twice but for how its letters are composed',
    [
      { name: 'notes/caf\u00e9.md', data: 'x' },
      { name: 'notes/cafe\u0301.md', data: 'y' },
    ],
    'duplicate-path',
  ],
  ['a file that is a folder too', [{ name: 'course.yaml/inner.md', data: 'x' }], 'file-and-folder'],
  ['an encrypted entry', [{ name: 'secret.md', data: 'x', flags: 0x801 }], 'encrypted-entry'],
  ['a way of packing nobody knows', [{ name: 'odd.md', data: 'x', method: 99 }], 'unreadable-entry'],
  [
    'a name that is not UTF-8',
    [{ name: Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x64]), data: 'x' }],
    'name-not-utf8',
  ],
  [
    'a text that is not UTF-8',
    [{ name: 'bad.md', data: Buffer.from([0x41, 0xe9, 0x42]) }],
    'text-not-utf8',
    'bad.md',
  ],
  ['half a character', [{ name: 'half.md', data: Buffer.from([0xed, 0xa0, 0x80]) }], 'text-not-utf8'],
  ['a text with NUL', [{ name: 'nul.md', data: 'a\0b' }], 'text-with-nul'],
  ['a path that is too long', [{ name: `${'a/'.repeat(120)}b.md`, data: 'x' }], 'path-too-long'],
  ['a path that is far too long', [{ name: `${'a'.repeat(2000)}.md`, data: 'x' }], 'path-too-long'],
  ['a text that is too large', [{ name: 'big.md', data: Buffer.alloc(4 * mega + 1, 'a') }], 'text-too-large'],
  [
    'a file that is too large',
    [{ name: 'big.bin', data: Buffer.alloc(25 * mega + 1), method: 0 }],
    'file-too-large',
  ],
  [
    'a bomb: much more than its size',
    Array.from({ length: 4 }, (_entry, at) => ({ name: `zeros-${at}.bin`, data: Buffer.alloc(20 * mega) })),
    'packed-too-tightly',
  ],
  [
    'a bomb whose files share their bytes',
    [
      { name: 'zeros.bin', data: Buffer.alloc(20 * mega) },
      ...Array.from({ length: 30 }, (_entry, at) => ({ name: `again-${at}.bin`, sameBytesAs: fine.length })),
    ],
    'packed-too-tightly',
  ],
  [
    'a bomb that says it is small',
    [{ name: 'small.md', data: Buffer.alloc(20 * mega), claims: { size: 10 } }],
    'unreadable-entry',
  ],
  [
    'a file that says it is larger than it is',
    [{ name: 'short.md', data: 'abc', claims: { size: 4000 } }],
    'unreadable-entry',
  ],
  [
    'bytes that do not unpack',
    [{ name: 'broken.md', data: Buffer.from([0xff, 0xff, 0xff]), method: 8, claims: { packed: 2 } }],
    'unreadable-entry',
  ],
  [
    'YAML that unfolds without end',
    [
      {
        name: 'sources/bomb.yaml',
        data: `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
          .join('\n')}`,
      },
    ],
    'yaml-too-deep',
  ],
];

describe('an archive is refused whole, and leaves nothing behind, for', () => {
  test.each(rows)('%s', async (_title, entries, code, file) => {
    const { error, store } = await upload(zipOf([...fine, ...entries]));
    expect(error).toMatchObject({ name: 'ImportRefused', code, ...(file ? { file } : {}) });
    expect(store.kept.size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('more files than may be', async () => {
    const many = Array.from({ length: 20_001 }, (_entry, at) => ({
      name: `f/${at}.bin`,
      data: '',
      method: 0,
    }));
    const { error, store } = await upload(zipOf([...fine, ...many]));
    expect(error).toMatchObject({ code: 'too-many-entries' });
    expect(store.kept.size).toBe(0);
  });

  /** Files of some size each, taken in without an archive around them. */
  const sizes = (count: number, size: number, ending: string) =>
    inTemporaryFolder((inner) => {
      const open = async () =>
        (async function* () {
          for (let left = size; left > 0; left -= mega) yield Buffer.alloc(Math.min(mega, left), 'a');
        })();
      const sent = Array.from({ length: count }, (_entry, at) => ({ path: `f/${at}.${ending}`, open }));
      return takeIn(sent, { folder: inner, name: 'x', packed: 50 * mega });
    });

  test('more than 500 MB of files that are each small enough', async () => {
    await expect(sizes(21, 25 * mega, 'bin')).rejects.toMatchObject({ code: 'unpacked-too-large' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('more than 32 MB of texts that are each small enough', async () => {
    await expect(sizes(9, 4 * mega, 'md')).rejects.toMatchObject({ code: 'texts-too-large' });
  });

  test('more texts than may be', async () => {
    const many = Array.from({ length: 5_001 }, (_entry, at) => ({
      name: `f/${at}.txt`,
      data: 'x',
      method: 0,
    }));
    expect((await upload(zipOf([...fine, ...many]))).error).toMatchObject({ code: 'too-many-files' });
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'course.zip', 'not-an-archive'],
    ['no archive at all', Buffer.from('this is not a zip'), 'course.zip', 'not-an-archive'],
    ['half an archive', zipOf(fine).subarray(0, 600), 'course.zip', 'not-an-archive'],
    ['an archive without files', zipOf([]), 'course.zip', 'nothing-inside'],
    ['no text in it', zipOf([{ name: 'dot.png', data: png }]), 'course.zip', 'nothing-inside'],
    [
      'nothing but hidden files',
      zipOf([{ name: '.git/config.md', data: 'x' }]),
      'course.zip',
      'nothing-inside',
    ],
    ['a program', Buffer.from('MZ\x90\x00'), 'setup.exe', 'nothing-inside'],
  ])('%s', async (_title, archive, name, code) => {
    const { error, store } = await upload(archive, name);
    expect(error).toMatchObject({ name: 'ImportRefused', code });
    expect(store.kept.size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is only left out', () => {
  test('hidden files and leavings of systems are counted, programs and inner archives are named', async () => {
    const { prepared } = await upload(
      zipOf([
        ...fine,
        { name: 'modules/', data: '' },
        { name: '__MACOSX/._course.yaml', data: 'x' },
        { name: '.git/objects/ab', data: Buffer.from([0, 1]) },
        { name: 'modules/.DS_Store', data: 'x' },
        { name: 'inner.zip', data: zipOfFiles({ 'a.md': 'x' }) },
        { name: 'setup.exe', data: Buffer.from('MZ\x90\x00\x00') },
        { name: 'assets/evil.svg', data: '<svg onload="alert(1)"/>' },
        { name: 'assets/page.html', data: '<script>alert(1)</script>' },
        { name: 'outside.png', data: png },
      ]),
    );
    const dropped = prepared?.report.filter(({ kind }) => kind === 'dropped') ?? [];
    expect(dropped.map(({ file }) => file).sort()).toEqual(
      ['.', 'assets/evil.svg', 'assets/page.html', 'inner.zip', 'outside.png', 'setup.exe'].sort(),
    );
    expect(dropped.find(({ file }) => file === '.')?.message).toContain('3 hidden files');
    expect(dropped.find(({ file }) => file === 'inner.zip')?.message).toContain('not unpacked');
    expect([...(prepared?.texts.keys() ?? [])].sort()).toEqual(Object.keys(courseFiles).sort());
    expect([...(prepared?.assets.keys() ?? [])]).toEqual(['assets/dot.png']);
  });

  test('a picture that is none is left out, and the text that shows it says so', async () => {
    const lesson = 'modules/1-first/1-one.md';
    const text = courseFiles[lesson].replace('The opening', '![A dot](assets/bad.png) The opening');
    const { prepared, store } = await upload(
      zipOfFiles({ ...courseFiles, [lesson]: text, 'assets/bad.png': png.subarray(0, 40) }),
    );
    expect(prepared?.report).toContainEqual(
      expect.objectContaining({ kind: 'dropped', file: 'assets/bad.png' }),
    );
    expect(prepared?.report).toContainEqual(
      expect.objectContaining({
        kind: 'problem',
        file: lesson,
        message: expect.stringContaining('no such picture'),
      }),
    );
    expect(store.kept.size).toBe(0);
  });

  test('one folder around everything is taken off, whatever its name', async () => {
    const inside = Object.fromEntries(
      Object.entries(courseFiles).map(([path, text]) => [`课程 1/${path}`, text]),
    );
    const { prepared } = await upload(zipOfFiles(inside));
    expect(prepared?.name).toBe('课程 1');
    expect([...(prepared?.texts.keys() ?? [])].sort()).toEqual(Object.keys(courseFiles).sort());
  });
});

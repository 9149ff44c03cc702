import { describe, expect, test } from 'vitest';
import type { CourseFiles } from './course-files';
import {
  clashIn,
  foldedPath,
  isClutter,
  isOurCourse,
  isTextPath,
  pathProblem,
  sharedTop,
} from './course-paths';
import { changesBetween, withAdded } from './course-paths-changes';
import { importRefusals, isImportRefusal } from './course-paths-refusals';

test.each([
  'a.md',
  'a/b/c.md',
  '课程/一.md',
  'a b/(1).md',
  '..a/b...md',
  'a.b/..c',
  "it's",
  '~/x',
  'aa:b.md',
])('a file may be called %j', (path) => {
  expect(pathProblem(path)).toBeNull();
});

test.each([
  ['a\0b.md', 'control-in-path'],
  ['a\nb.md', 'control-in-path'],
  ['a\u007f.md', 'control-in-path'],
  ['a\\b.md', 'backslash-in-path'],
  ['C:/a.md', 'drive-path'],
  ['c:a.md', 'drive-path'],
  ['/a.md', 'absolute-path'],
  ['//host/a.md', 'absolute-path'],
  ['../a.md', 'parent-path'],
  ['a/../b.md', 'parent-path'],
  ['a/..', 'parent-path'],
  ['', 'odd-path'],
  ['a//b.md', 'odd-path'],
  ['./a.md', 'odd-path'],
  ['a/', 'odd-path'],
  ['a'.repeat(601), 'path-too-long'],
])('no file may be called %j', (path, problem) => {
  expect(pathProblem(path)).toBe(problem);
});

describe('two paths are one', () => {
  test('whatever their case, and however their letters are composed', () => {
    expect(foldedPath('CAF\u00c9/A.md')).toBe(foldedPath('cafe\u0301/a.MD'));
    expect(clashIn(['a.md', 'b.md', 'A.md'])).toEqual({ path: 'A.md', problem: 'duplicate-path' });
  });

  test('where one is the folder of the other', () => {
    expect(clashIn(['a/b/c.md', 'A/B'])).toEqual({ path: 'a/b/c.md', problem: 'file-and-folder' });
    expect(clashIn(['a/b.md', 'a/bc.md', 'ab'])).toBeNull();
  });
});

test.each([
  ['.git/HEAD', true],
  ['a/.DS_Store', true],
  ['__MACOSX/a.md', true],
  ['a/Thumbs.db', true],
  ['desktop.ini', true],
  ['a/b.md', false],
  ['git/x', false],
])('%s is a leaving of a system: %s', (path, clutter) => {
  expect(isClutter(path)).toBe(clutter);
});

test('one folder around everything is found, and only where there is one', () => {
  expect(sharedTop(['a/b.md', 'a/c/d.md'])).toBe('a');
  expect(sharedTop(['a/b.md', 'b.md'])).toBeNull();
  expect(sharedTop(['a/b.md', 'ab/c.md'])).toBeNull();
  expect(sharedTop(['b.md'])).toBeNull();
  expect(sharedTop([])).toBeNull();
});

test('texts are told by their endings, courses of our own by their files', () => {
  expect(['a.md', 'A.MARKDOWN', 'b.yml', 'c.yaml', 'd.txt'].every(isTextPath)).toBe(true);
  expect(['a.png', 'md', 'a.md.zip', 'a.html'].some(isTextPath)).toBe(false);
  expect(isOurCourse(['x.md', 'course.yaml'])).toBe(true);
  expect(isOurCourse(['modules/1-a/module.yaml'])).toBe(true);
  expect(isOurCourse(['docs/course.yaml', 'modules/a.md'])).toBe(false);
});

test('every refusal is a sentence for people, and no word that was typed becomes one', () => {
  const sentences = Object.values(importRefusals);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(isImportRefusal('parent-path')).toBe(true);
  for (const word of ['', 'toString', '__proto__', null, undefined, ['parent-path']])
    expect(isImportRefusal(word)).toBe(false);
});

describe('what makes one set of files out of another', () => {
  const files = (texts: Record<string, string>, assets: Record<string, string> = {}): CourseFiles => ({
    texts: new Map(Object.entries(texts)),
    assets: new Map(
      Object.entries(assets).map(([path, hash]) => [
        path,
        { hash, type: 'image/png', bytes: 1, width: 1, height: 1 },
      ]),
    ),
  });

  test('is said file by file, with lines for texts', () => {
    const before = files(
      { 'b.md': 'x\ny', 'a.md': 'one\ntwo\nthree\n', 'same.md': '1' },
      { p: '1', q: '1', r: '1' },
    );
    const after = files(
      { 'a.md': 'three\r\none\nfour\nfour\n', 'c.md': '\n\n', 'same.md': '1' },
      { p: '2', r: '1', s: '1' },
    );
    expect(changesBetween(before, after)).toEqual([
      { path: 'a.md', how: 'changed', sort: 'text', more: 2, fewer: 1 },
      { path: 'b.md', how: 'removed', sort: 'text', more: 0, fewer: 2 },
      { path: 'c.md', how: 'added', sort: 'text', more: 2, fewer: 0 },
      { path: 'p', how: 'changed', sort: 'medium', more: null, fewer: null },
      { path: 'q', how: 'removed', sort: 'medium', more: null, fewer: null },
      { path: 's', how: 'added', sort: 'medium', more: null, fewer: null },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });

  test('lines in another order are no more and no fewer', () => {
    expect(changesBetween(files({ a: 'x\ny\n' }), files({ a: 'y\nx\n' }))).toMatchObject([
      { more: 0, fewer: 0 },
    ]);
  });

  test('what is added stands beside what was there, and instead of it under the same path', () => {
    const both = withAdded(files({ a: '1', b: '1' }, { p: '1' }), files({ b: '2' }, { q: '2' }));
    expect(Object.fromEntries(both.texts)).toEqual({ a: '1', b: '2' });
    expect([...both.assets.keys()]).toEqual(['p', 'q']);
  });
});

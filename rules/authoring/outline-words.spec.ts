import { expect, test } from 'vitest';
import { doneInWords, isLocalTime, outlineDeeds, releaseNotes } from './outline-words';

test('says where a row is now', () => {
  const lesson = { title: 'Hash chains', number: 2, module: 'Integrity' };
  expect(doneInWords('moved', lesson)).toBe('“Hash chains” is now lesson 2 of “Integrity”.');
  expect(doneInWords('added', lesson)).toBe('“Hash chains” is lesson 2 of “Integrity”.');
  expect(doneInWords('duplicated', lesson)).toBe('“Hash chains” is lesson 2 of “Integrity”.');
  expect(doneInWords('restored', { title: 'Integrity', number: 3, module: null })).toBe(
    '“Integrity” is back as module 3.',
  );
  expect(doneInWords('deleted', lesson)).toBe('“Hash chains” was deleted.');
  for (const deed of outlineDeeds) expect(doneInWords(deed, lesson)).toMatch(/^“Hash chains” .+\.$/);
});

test('each condition of a release is a phrase, in the zone of the course and by titles', () => {
  const titles = {
    modules: new Map([['integrity', 'Integrity']]),
    lessons: new Map([['hash', 'Hashes']]),
  };
  const release = { opens: '2026-12-01 09:00', after: 'integrity', prerequisites: ['hash', 'gone'] };
  expect(releaseNotes(release, 'Asia/Shanghai', titles)).toEqual([
    'opens 1 December 2026, 09:00 (Asia/Shanghai)',
    'after module “Integrity”',
    'needs “Hashes” and “gone”',
  ]);
  expect(releaseNotes({ opens: 'soon', after: 'gone' }, 'UTC', titles)).toEqual([
    'opens soon',
    'after module “gone”',
  ]);
  expect(releaseNotes({}, 'UTC', titles)).toEqual([]);
});

test.each(['2026-12-01', '2026-12-01 09:00', '2024-02-29 23:59'])('%s is a local time', (text) => {
  expect(isLocalTime(text)).toBe(true);
});

test.each([
  '',
  'soon',
  '2026-02-30',
  '2026-13-01',
  '2026-12-01 24:00',
  '2026-12-01 9:00',
  '2026-12-01T09:00',
])('%j is none', (text) => {
  expect(isLocalTime(text)).toBe(false);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editHead, readHead } from './course-head';

const text = `# Written by two people.
slug: a-course   # for ever
title: A course

# Said on the card, so keep it short.
summary: >-
  One sentence that is folded
  over two lines.
language: en
level: Any
zone: UTC
verified: "2026-01-01" # by Ada
outcomes:
  # the first matters most
  - Explain it, in a sentence that is much longer than the eighty columns at which a printer of YAML would fold it.
  - Judge it. # hard
audience: [Anyone, Others]
authors:
  - name: Ada
    about: Writes.
builtOn:
  # the origin
  title: An article
  publisher: A paper
  date: "2019-10"
  note: A note.
extra: stays
`;
const bundled = readFileSync('content/reading-a-blockchain-policy/course.yaml', 'utf8');

/** The lines that are in one text and not in the other. */
const changedLines = (after: string, before = text) => ({
  gone: before.split('\n').filter((line) => !after.split('\n').includes(line)),
  come: after.split('\n').filter((line) => !before.split('\n').includes(line)),
});

test('what is said already changes nothing, comments and layout included', () => {
  for (const one of [text, bundled, text.replaceAll('\n', '\r\n')]) {
    const head = readHead(one);
    expect(editHead(one, head ?? {})).toBe(one);
  }
});

test('one field changes its own lines and no other', () => {
  expect(changedLines(editHead(text, { title: 'Another: course' }))).toEqual({
    gone: ['title: A course'],
    come: ['title: "Another: course"'],
  });
  expect(changedLines(editHead(text, { verified: '2026-02-02' }))).toEqual({
    gone: ['verified: "2026-01-01" # by Ada'],
    come: ['verified: "2026-02-02" # by Ada'],
  });
  const { gone, come } = changedLines(editHead(bundled, { level: 'Anyone' }), bundled);
  expect([gone, come]).toEqual([['level: No background needed'], ['level: Anyone']]);
});

test('entries of a list keep their comments when others come, go or change places', () => {
  const outcomes = readHead(text)?.outcomes ?? [];
  const after = editHead(text, { outcomes: ['Say it.', ...outcomes.toReversed()] });
  expect(readHead(after)?.outcomes).toEqual(['Say it.', ...outcomes.toReversed()]);
  expect(after).toContain('  - Judge it. # hard\n');
  expect(after).toContain('# the first matters most');
  expect(changedLines(after)).toMatchObject({ gone: [], come: ['  - Say it.'] });
});

test('fields come and go: a source, a cover, a list that was not there', () => {
  const builtOn = { title: 'A law', publisher: 'A ministry', date: '2020', note: 'Translated.' };
  const without = editHead(text, { builtOn: null });
  expect(readHead(without)).toMatchObject({ builtOn: null, title: 'A course' });
  expect(without).toContain('extra: stays\n');
  expect(readHead(editHead(without, { builtOn }))).toMatchObject({ builtOn });
  expect(editHead(text, { builtOn })).toContain('# the origin\n');
  expect(readHead(editHead(text, { builtOn }))?.builtOn).toEqual(builtOn);

  const covered = editHead(text, { cover: 'assets/a.png', notFor: ['Traders'] });
  expect(covered.startsWith(text)).toBe(true);
  expect(readHead(covered)).toMatchObject({ cover: 'assets/a.png', notFor: ['Traders'] });
  expect(readHead(editHead(covered, { cover: null }))?.cover).toBeNull();
});

test('everything at once is what was asked for', () => {
  const wanted = {
    slug: 'a-course',
    title: '区块链：# not a comment',
    summary: "yes, it's - 'quoted' \"twice\"",
    language: 'zh-Hans',
    level: '1e3',
    zone: 'Asia/Shanghai',
    verified: '2026-03-03',
    outcomes: ['- dash', '? mark', 'null', '{a: b}'],
    audience: ['Everyone: even you'],
    notFor: ['&anchor', '*alias', '!tag'],
    authors: [
      { name: '@ada', about: '| pipe' },
      { name: 'Ada', about: 'Writes.' },
    ],
    builtOn: { title: 'true', publisher: '~', date: '2019', note: '%directive' },
    cover: 'assets/图.png',
  };
  for (const one of [
    text,
    bundled,
    '{slug: a, title: b}',
    'slug: a',
    'slug: a\nbuiltOn:\nnotFor: ~\ncover:\n',
  ]) {
    expect(readHead(editHead(one, wanted))).toEqual(wanted);
  }
});

test('what is not there is empty, and what is no course.yaml is nothing', () => {
  expect(readHead('title: 2019\noutcomes: one\nauthors: [Ada]\nbuiltOn: [x]\n')).toMatchObject({
    title: '2019',
    slug: '',
    outcomes: [],
    authors: [{ name: '', about: '' }],
    builtOn: null,
    cover: null,
  });
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
    .join('\n')}\n`;
  for (const broken of ['', '- a list', 'a word', 'title: "open', 'a: 1\na: 2\n', bomb]) {
    expect(readHead(broken)).toBeNull();
    expect(editHead(broken, { title: 'New' })).toBe(broken);
  }
});

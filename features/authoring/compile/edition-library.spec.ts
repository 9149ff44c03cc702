import { expect, test } from 'vitest';
import { type CourseFile, courseFiles, courseOf } from '@/test/course-folder';
import { scorecardText, timelineText } from '@/test/library-files';
import { compileCourse } from './course';

const lesson = 'modules/1-first/1-one.md' satisfies CourseFile;
const both = { 'timeline/all.yaml': timelineText, 'scorecard.yaml': scorecardText };

const compiled = async (changes: Record<string, string | null> = {}) => {
  const { course, problems } = await compileCourse(courseOf(changes));
  if (!course) throw new Error(JSON.stringify(problems));
  return course;
};
const libraryOf = async (changes: Record<string, string | null> = {}) => {
  const { library } = await compiled(changes);
  if (!library) throw new Error('it has no library');
  return library;
};

test('each term knows the block of the lesson that first uses it, and the terms it sends readers to', async () => {
  const { glossary } = await libraryOf();
  expect(glossary.map(({ id, first, see }) => [id, first, see])).toEqual([
    ['digest', { lesson: 'one', block: 'a-part' }, []],
    ['hash-function', { lesson: 'one', block: 'a-part' }, ['digest']],
  ]);
});

test('the bibliography has what is cited, and nothing else', async () => {
  const more = courseFiles['sources/all.yaml'].replaceAll('src-1', 'src-2');
  const { sources } = await libraryOf({ ...both, 'sources/more.yaml': more });
  expect(sources).toEqual([
    expect.objectContaining({
      id: 'src-1',
      author: null,
      note: null,
      lessons: ['one'],
      events: 3,
      directives: ['D1', 'D2'],
    }),
  ]);
});

test('the directive map has every passage, its lessons and its row of the scorecard', async () => {
  const { directives, lessons } = await libraryOf(both);
  expect(directives).toEqual([
    expect.objectContaining({ id: 'D1', mode: 'Paraphrased', lessons: ['one'], bank: 0 }),
    expect.objectContaining({ id: 'D2', mode: 'Quoted', lessons: [] }),
  ]);
  expect(directives[1]?.score).toEqual({
    promised: 'Something else.',
    found: [],
    against: [],
    unknown: 'Everything.',
    verdict: 'Not known.',
  });
  expect(lessons).toEqual([{ id: 'one', objectives: ['Explain it.'], questions: 1 }]);
});

test('the bank questions that test a passage count where a quiz may draw them', async () => {
  const set = `---
title: A set
---

:::question{#q-2 kind="single" passage="D1"}
Which one?

- [ ] Not this
  > **A misconception.** Why.
- [x] This
  > Right.
:::
`;
  const quiz = courseFiles[lesson]
    .replace('verified:', 'quiz:\n  draw: [{ from: a-set, count: 1 }]\nverified:')
    .replace(' objective="1"}\nWhich', '}\nWhich');
  const files = { 'bank/a-set.md': set, 'bank/b-set.md': set };
  const countOf = async (changes: Record<string, string>) =>
    (await libraryOf(changes)).directives.find(({ id }) => id === 'D1')?.bank;
  expect(await countOf(files)).toBe(0);
  expect(await countOf({ ...files, 'modules/1-first/2-two.md': quiz.replace('id: one', 'id: two') })).toBe(1);
});

test('a passage of a document is of the map once something speaks of it, and never with words readers may not see', async () => {
  const document = `id: doc
title: A document
publisher: A paper
date: "2019"
kind: news
primary: true
usedFor: Its words.
paraphraseOnly: true
passages:
  - { id: A1, text: Secret words., paraphrase: Ours., speaker: Somebody, mode: quote }
  - { id: A2, text: Secret words., speaker: Somebody, mode: quote }
`;
  const files = { 'documents/doc.yaml': document };
  expect((await libraryOf(files)).directives.map(({ id }) => id)).toEqual(['D1', 'D2']);
  const dated = { ...files, 'timeline/all.yaml': timelineText.replace('[D1]', '[A1]') };
  const library = await libraryOf(dated);
  expect(library.directives.map(({ id }) => id)).toEqual(['D1', 'D2', 'A1']);
  expect(JSON.stringify(library)).not.toContain('Secret');
});

test('another timeline is another edition, and the same one the same', async () => {
  const [one, again, other, none] = [
    await compiled(both),
    await compiled(both),
    await compiled({ ...both, 'timeline/all.yaml': timelineText.replace('Hamburg', 'Berlin') }),
    await compiled(),
  ];
  expect(again.contentHash).toBe(one.contentHash);
  expect(new Set([one, other, none].map(({ contentHash }) => contentHash)).size).toBe(3);
});

test('nothing of the library is in the manifest, and no lesson is another one for it', async () => {
  const [with_, without] = [await compiled(both), await compiled()];
  expect(with_.manifest).toEqual(without.manifest);
  expect(with_.lessons).toEqual(without.lessons);
});

test('a guide is of no edition', async () => {
  const guide = await compiled({
    'guide.md': '# How to teach this\n\n[[write: more]] and [a dead link](gone).',
  });
  expect(guide).toEqual(await compiled());
});

import { expect, test } from 'vitest';
import type { EditionLibrary } from '../library/edition-library';
import { libraryChanges } from './edition-diff-library';

const library: EditionLibrary = {
  glossary: [
    { id: 'hash', term: 'hash', zh: '哈希', pinyin: 'hāxī', definition: 'A number.', see: [], first: null },
    { id: 'nonce', term: 'nonce', zh: null, pinyin: null, definition: 'Used once.', see: [], first: null },
  ],
  timeline: [
    {
      date: '2019-10-24',
      what: 'A session.',
      actor: 'Somebody',
      place: 'Beijing',
      instrument: 'speech',
      directives: ['D1'],
      sources: ['src-1'],
    },
  ],
  sources: [
    {
      id: 'src-1',
      title: 'A report',
      publisher: 'A paper',
      author: null,
      date: '2019',
      url: null,
      language: 'en',
      kind: 'news',
      primary: true,
      usedFor: 'X.',
      note: null,
      lessons: [],
      events: 1,
      directives: [],
    },
  ],
  directives: [
    {
      id: 'D1',
      title: 'The first',
      paraphrase: 'X.',
      speaker: 'S',
      mode: 'Quoted',
      verb: null,
      zh: null,
      pinyin: null,
      source: 'src-1',
      lessons: [],
      bank: 0,
      score: {
        promised: 'P.',
        found: [{ says: 'F.', level: 'E1', date: '2020', sources: ['src-1'] }],
        against: [{ says: 'A.', date: '2021', sources: ['src-1'] }],
        unknown: 'U.',
        verdict: 'V.',
      },
    },
  ],
  lessons: [],
};
const [source] = library.sources;

test('a library that did not change is not told of', () => {
  expect(libraryChanges(library, structuredClone(library))).toEqual([]);
  expect(libraryChanges(null, null)).toEqual([]);
});

test('what follows from the lessons alone is told by the lessons', () => {
  const [first, ...others] = library.glossary;
  const moved = first ? [{ ...first, first: { lesson: 'one', block: 'a' } }, ...others] : [];
  expect(libraryChanges(library, { ...library, glossary: moved, lessons: [] })).toEqual([]);
});

test('of each room only what changed is told', () => {
  const glossary = library.glossary.slice(0, 1);
  const directives = library.directives.map((one) => ({
    ...one,
    score: one.score && { ...one.score, verdict: 'W.' },
  }));
  expect(libraryChanges(library, { ...library, glossary, directives })).toEqual([
    { what: 'Glossary', before: 'nonce: Used once.', after: '' },
    { what: 'Scorecard', before: 'D1 Verdict: V.', after: 'D1 Verdict: W.' },
  ]);
});

test('a secondary source that was called primary is told of', () => {
  const sources = source ? [{ ...source, primary: false }] : [];
  expect(libraryChanges(library, { ...library, sources })).toEqual([
    {
      what: 'Bibliography',
      before: 'A report, A paper, 2019, news, primary',
      after: 'A report, A paper, 2019, news, secondary',
    },
  ]);
});

test('an edition from before there were libraries had an empty one', () => {
  expect(libraryChanges(null, library).map(({ what, before }) => [what, before])).toEqual([
    ['Glossary', ''],
    ['Timeline', ''],
    ['Bibliography', ''],
    ['Scorecard', ''],
  ]);
  expect(libraryChanges(null, library)[1]?.after).toBe(
    '2019-10-24: A session., Somebody, Beijing, speech, D1, src-1',
  );
  expect(
    libraryChanges(null, {
      ...library,
      directives: library.directives.map((one) => ({ ...one, score: null })),
    }),
  ).toHaveLength(3);
});

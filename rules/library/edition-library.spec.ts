import { describe, expect, test } from 'vitest';
import type { CompiledBlock, CompiledLesson } from '../editions/edition';
import { type LibraryParts, makeLibrary, type SourceWords } from './edition-library';

const block = (id: string, html: string, prompt?: string): CompiledBlock => ({
  id,
  kind: prompt === undefined ? 'prose' : 'question',
  completesBy: 'viewed',
  label: id,
  html,
  question:
    prompt === undefined
      ? null
      : { kind: 'single', prompt, options: [{ id: 'a', html: mark('option') }], objective: 1 },
});
const mark = (term: string) => `<button popovertarget="term-${term}">${term}</button>`;
const term = (id: string) => ({ id, term: id, zh: null, pinyin: null, definition: 'X.', see: [] });
const lesson = (id: string, more: Partial<CompiledLesson> = {}): CompiledLesson => ({
  id,
  title: id,
  summary: '',
  minutes: 1,
  objectives: ['Explain it.'],
  directives: [],
  verified: '2026-01-01',
  blocks: [],
  passages: [],
  terms: [],
  sources: [],
  ...more,
});
const source = (id: string): SourceWords => ({
  id,
  title: id,
  publisher: 'P',
  author: null,
  date: '2019',
  url: null,
  language: 'en',
  kind: 'news',
  primary: true,
  usedFor: 'X.',
  note: null,
});
const words = (id: string) => ({
  id,
  title: id,
  paraphrase: 'X.',
  speaker: 'S',
  mode: 'Quoted',
  verb: null,
  zh: null,
  pinyin: null,
  source: 'of-passages',
});
const shown = (id: string) => ({ ...words(id), citation: '' });
const score = (directive: string) => ({
  directive,
  promised: 'P',
  found: [{ says: 'F', level: 'E1' as const, date: '2020', sources: ['found'] }],
  against: [{ says: 'A', date: '2021', sources: ['against'] }],
  unknown: 'U',
  verdict: 'V',
});
const event = (directives: string[], sources: string[]) => ({
  date: '2019',
  what: 'W',
  actor: 'A',
  place: 'P',
  instrument: 'law' as const,
  directives,
  sources,
});

const nothing: LibraryParts = {
  glossary: [],
  timeline: [],
  scorecard: [],
  sources: [],
  passages: [],
  lessons: [],
  bank: [],
};

test('a course that has nothing beside its lessons has no library', () => {
  expect(makeLibrary({ ...nothing, lessons: [lesson('one')], sources: [source('uncited')] })).toBeNull();
});

describe('a term', () => {
  const firstOf = (id: string, lessons: CompiledLesson[]) =>
    makeLibrary({ ...nothing, glossary: [term(id)], lessons })?.glossary[0]?.first;

  test('is first used in the first block of the first lesson that marks it', () => {
    const lessons = [
      lesson('one', {
        blocks: [block('a', '<p>no</p>'), block('b', mark('hash')), block('c', mark('hash'))],
      }),
      lesson('two', { blocks: [block('d', mark('hash'))] }),
    ];
    expect(firstOf('hash', lessons)).toEqual({ lesson: 'one', block: 'b' });
    expect(firstOf('has', lessons)).toBeNull();
  });

  test('may be first used in a check question, or in one of its options', () => {
    const lessons = [lesson('one', { blocks: [block('q', '', mark('hash'))] })];
    expect(firstOf('hash', lessons)).toEqual({ lesson: 'one', block: 'q' });
    expect(firstOf('option', lessons)).toEqual({ lesson: 'one', block: 'q' });
  });

  test('of a question in a quiz is led to by the lesson alone, as the question is not shown there', () => {
    const quiz = {} as NonNullable<CompiledLesson['quiz']>;
    const lessons = [lesson('one', { quiz, blocks: [block('q', '', mark('hash'))], terms: [term('hash')] })];
    expect(firstOf('hash', lessons)).toEqual({ lesson: 'one', block: null });
  });

  test('stands by the alphabet', () => {
    const library = makeLibrary({ ...nothing, glossary: [term('nonce'), term('Äther'), term('block')] });
    expect(library?.glossary.map(({ id }) => id)).toEqual(['Äther', 'block', 'nonce']);
  });
});

describe('a source', () => {
  const sources = ['z', 'uncited', 'found', 'against', 'of-passages', 'dated'].map(source);
  const library = makeLibrary({
    ...nothing,
    sources,
    lessons: [lesson('one', { sources: [{ id: 'z', html: '' }] }), lesson('two')],
    timeline: [event([], ['dated']), event([], ['dated', 'z'])],
    passages: [{ words: words('D1'), apart: false }],
    scorecard: [score('D1')],
  });
  const of = (id: string) => library?.sources.find((one) => one.id === id);

  test('is of the bibliography when a lesson, the timeline, the scorecard or a passage cites it', () => {
    expect(library?.sources.map(({ id }) => id)).toEqual(['against', 'dated', 'found', 'of-passages', 'z']);
  });

  test('says what cites it', () => {
    expect(of('z')).toMatchObject({ lessons: ['one'], events: 1, directives: [] });
    expect(of('dated')).toMatchObject({ lessons: [], events: 2, directives: [] });
    expect(of('against')).toMatchObject({ lessons: [], events: 0, directives: ['D1'] });
    expect(of('of-passages')).toMatchObject({ directives: ['D1'] });
  });
});

describe('a directive', () => {
  const lessons = [
    lesson('one', { passages: [shown('D1')], blocks: [block('q', '', 'Which?'), block('p', '')] }),
    lesson('two'),
    lesson('three', { passages: [shown('D1'), shown('A1')] }),
  ];
  const library = makeLibrary({
    ...nothing,
    lessons,
    passages: [
      { words: words('D1'), apart: false },
      { words: words('D2'), apart: false },
      ...['A1', 'A2', 'A3', 'A4'].map((id) => ({ words: words(id), apart: true })),
    ],
    scorecard: [score('A2')],
    timeline: [event(['A3'], [])],
    bank: ['D1', null, 'D1', 'D2'],
  });
  const of = (id: string) => library?.directives.find((one) => one.id === id);

  test('names the lessons that explain it, and counts the bank questions that test it', () => {
    expect(of('D1')).toMatchObject({ lessons: ['one', 'three'], bank: 2, score: null });
    expect(of('D2')).toMatchObject({ lessons: [], bank: 1 });
  });

  test('of a document stands there only where something speaks of it', () => {
    expect(library?.directives.map(({ id }) => id)).toEqual(['D1', 'D2', 'A1', 'A2', 'A3']);
  });

  test('has its row of the scorecard', () => {
    expect(of('A2')?.score).toMatchObject({ promised: 'P', verdict: 'V' });
    expect(of('A2')?.score).not.toHaveProperty('directive');
  });
});

test('a lesson brings its objectives and the number of its questions', () => {
  const one = lesson('one', { blocks: [block('q', '', 'Which?'), block('p', '')] });
  const library = makeLibrary({ ...nothing, glossary: [term('x')], lessons: [one] });
  expect(library?.lessons).toEqual([{ id: 'one', objectives: ['Explain it.'], questions: 1 }]);
});

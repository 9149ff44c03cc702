import { expect, test } from 'vitest';
import type { Ask } from '../learning/answer-forms';
import { answerInWords } from './answer-words';

const options = [
  { id: 'a', html: '<p>Beijing</p>' },
  { id: 'b', html: '<p>Shanghai</p>' },
];
const places: Ask = {
  form: 'places',
  places: [
    { id: 'p1', html: '<p>Capital</p>' },
    { id: 'p2', html: 'Port' },
  ],
};
const spans: Ask = {
  form: 'spans',
  words: ['The ', 'writer ', 'adds ', 'doubt.'],
  lang: null,
  atMost: 3,
  labels: [
    { name: 'Speaker', options: [{ id: 'v0', label: 'Writer' }] },
    { name: 'Mode', options: [{ id: 'v0', label: 'Gloss' }] },
  ],
};

test.each([
  ['one option', 'one', undefined, ['b'], 'Shanghai'],
  ['several options', 'many', undefined, ['a', 'b'], 'Beijing; Shanghai'],
  ['an area', 'areas', undefined, ['a'], 'Beijing'],
  ['an option that is not there', 'one', undefined, ['z'], '(no option of this question)'],
  ['an order', 'order', undefined, ['b', 'a'], 'Shanghai → Beijing'],
  ['places', 'places', places, ['a', ''], 'Capital: Beijing; Port: –'],
  ['places whose names are gone', 'places', undefined, ['a', 'b'], '1: Beijing; 2: Shanghai'],
  ['a text', 'text', undefined, ['hash function'], 'hash function'],
  ['a text of some length', 'essay', undefined, ['Some\n\nwords.', '1', ''], 'Some words.'],
  [
    'the beginning of a long one',
    'essay',
    undefined,
    [`${'word '.repeat(60)}`],
    `${'word '.repeat(48).trim()} …`,
  ],
  ['a number with its unit', 'text', undefined, ['29.3', 'kB'], '29.3 kB'],
  ['gaps', 'gaps', undefined, ['hash', ' ', 'chain'], 'hash · – · chain'],
  [
    'spans',
    'spans',
    spans,
    ['0', '1', 'v0', 'v0', '', '', '', '', '3', '3', 'v0', 'v9'],
    '“The writer” (Writer, Gloss); “doubt.” (Writer, –)',
  ],
  ['spans of a passage that is gone', 'spans', undefined, ['0', '1'], '0 1'],
  ['nothing', 'many', undefined, [], ''],
  ['empty gaps', 'gaps', undefined, ['', ' '], ''],
  ['half a span', 'spans', spans, ['2'], '“” (–, –)'],
] as const)('%s in words', (_what, form, ask, answer, words) => {
  expect(answerInWords(form, { options, ask: ask as Ask | undefined }, [...answer])).toBe(words);
});

import { expect, test } from 'vitest';
import { writeGift } from './gift-write';
import { writeMoodle } from './moodle-write';
import { type Asked, type ExchangedQuestion, mapTexts } from './question';
import { stillToWrite, writeQuestion } from './write-question';

const question = (asked: Asked): ExchangedQuestion => ({
  id: 'q',
  prompt: 'p',
  asked,
  wrong: 'w',
  right: 'r',
  tags: ['easy', 'a "b"'],
  difficulty: '2',
});
const option = { text: 't', right: true, said: 's' };
const loud = (one: ExchangedQuestion) => mapTexts(one, (text) => text.toUpperCase()).asked;

test('every text of a question is changed, and what is compared as it stands is not', () => {
  expect(loud(question({ kind: 'single', options: [option] }))).toMatchObject({
    options: [{ text: 'T', said: 'S' }],
  });
  expect(loud(question({ kind: 'short-text', forms: [option] }))).toMatchObject({
    forms: [{ text: 't', said: 'S' }],
  });
  expect(loud(question({ kind: 'numeric', answer: '1', tolerance: '', foreseen: [option] }))).toMatchObject({
    foreseen: [{ text: 't', said: 'S' }],
  });
  expect(loud(question({ kind: 'ordering', items: ['a'] }))).toMatchObject({ items: ['A'] });
  const pairs = [{ item: 'i', match: 'm', said: '' }];
  expect(loud(question({ kind: 'matching', heads: ['x', 'y'], pairs }))).toMatchObject({
    heads: ['x', 'y'],
    pairs: [{ item: 'I', match: 'M' }],
  });
  expect(mapTexts(question({ kind: 'ordering', items: [] }), () => 'z')).toMatchObject({
    prompt: 'z',
    wrong: 'z',
    right: 'z',
  });
});

test('an ordering is written item by item, and GIFT has no answers for it', () => {
  const one = question({ kind: 'ordering', items: ['first', '2. second'] });
  expect(writeQuestion(one)).toBe(`:::question{#q kind="ordering" tags="easy, a 'b'" difficulty="2"}
p

1. first
2. 2\\. second

> **[[write: the misconception in a few words]].** w
>
> r
:::`);
  expect(writeGift([one])).toBe('// [id:q] [tag:easy] [tag:a "b"]\n::q::[markdown]p{\n}\n');
});

test('a timeline, reasons and a text with gaps are written as the bank has them', () => {
  const timeline = question({ kind: 'timeline', events: [{ date: '2019', text: 'First' }] });
  expect(writeQuestion(timeline)).toContain('\n1. 2019 — First\n\n> ');
  expect(loud(timeline)).toMatchObject({ events: [{ date: '2019', text: 'FIRST' }] });
  const reasons = question({ kind: 'true-false', reasons: [{ ...option, side: 'True' }] });
  expect(writeQuestion(reasons)).toContain('p\n\nTrue:\n\n- [x] t\n  > s\n\nFalse:\n\n\n:::');
  expect(loud(reasons)).toMatchObject({ reasons: [{ text: 'T', said: 'S', side: 'True' }] });
  const gaps = [{ accepted: ['a|b', ' =c*'] }, { right: 'x', options: ['y', 'x'] }];
  const cloze = { ...question({ kind: 'cloze', parts: ['- A ', '\n\n', '.'], gaps }), prompt: '' };
  expect(writeQuestion(cloze)).toContain('\n\\- A :gap[a/b|c\\*]\n\n:gap[=x|y].\n\n> ');
  expect(loud(cloze)).toMatchObject({ parts: ['- A ', '\n\n', '.'], gaps });
  // Moodle has no question of these kinds.
  expect(writeMoodle([cloze])).not.toContain('answer');
});

test('what a row says when it is wrong has a column of its own, where any row says something', () => {
  const pairs = [
    { item: 'a|b', match: 'c', said: '' },
    { item: '', match: 'd', said: '**M.** No' },
  ];
  const markdown = writeQuestion(question({ kind: 'matching', heads: ['Item', 'Match'], pairs }));
  expect(markdown).toContain(
    '| Item | Match | If wrong |\n| --- | --- | --- |\n| a\\|b | c |  |\n|  | d | **M.** No |',
  );
  expect(stillToWrite(markdown)).toBe(1);
});

import { describe, expect, test } from 'vitest';
import type { Ask } from '../learning/answer-forms';
import type { AnswerKey, CompiledBlock } from './edition';
import { questionChange } from './edition-diff-questions';

const options = ['A hash', 'A signature', 'A key'].map((html, index) => ({ id: 'abc'[index] ?? '', html }));

const asks = (ask: Ask, correct: string[], more?: AnswerKey['more']) => ({
  block: {
    id: 'q',
    kind: 'question',
    completesBy: 'passed',
    label: 'Question',
    html: '',
    question: {
      kind: 'any',
      prompt: '<p>Which?</p>',
      options: ask.form === 'places' ? options : [],
      objective: null,
      ask,
    },
  } satisfies CompiledBlock,
  key: { kind: 'any', correct, feedback: {}, right: null, wrong: null, ...(more ? { more } : {}) },
});

const places = (...names: string[]): Ask => ({
  form: 'places',
  places: names.map((html, index) => ({ id: `p${index}`, html })),
});
const typed: Ask = { form: 'text', numeric: true, units: [], lang: null };

describe('a question whose answer is put in places, typed or marked', () => {
  test('that did not change is not named', () => {
    expect(questionChange(asks(typed, ['29'], { within: 1 }), asks(typed, ['29'], { within: 1 }))).toBeNull();
  });

  test('has another right answer when the same options go to other places', () => {
    const change = questionChange(
      asks(places('SM2', 'SM3'), ['b', 'a']),
      asks(places('SM2', 'SM3'), ['a', 'b']),
    );
    expect(change).toMatchObject({ rightAnswer: true, asked: false, prompt: null });
  });

  test('has another right answer when another number is right', () => {
    expect(questionChange(asks(typed, ['29']), asks(typed, ['30']))).toMatchObject({ rightAnswer: true });
  });

  test('has another right answer when it is marked by another rule', () => {
    expect(questionChange(asks(typed, ['29'], { within: 1 }), asks(typed, ['29'], { within: 2 }))).toEqual({
      prompt: null,
      asked: false,
      options: [],
      rightAnswer: true,
      feedback: false,
    });
    expect(questionChange(asks(typed, ['29']), asks(typed, ['29'], { within: 2 }))?.rightAnswer).toBe(true);
  });

  test('says something else when only the feedback on a wrong answer that is foreseen changed', () => {
    const said = (html: string) => {
      const { block, key } = asks(typed, ['29'], { wrong: ['30'] });
      return { block, key: { ...key, feedback: { 'wrong-1': html } } };
    };
    expect(questionChange(said('<p>No.</p>'), said('<p>No.</p>'))).toBeNull();
    expect(questionChange(said('<p>No.</p>'), said('<p>Not so.</p>'))).toMatchObject({
      feedback: true,
      rightAnswer: false,
    });
  });

  test('asks otherwise when its places, gaps or words are others', () => {
    const change = questionChange(
      asks(places('SM2', 'SM3'), ['b', 'a']),
      asks(places('SM2', 'SM4'), ['b', 'a']),
    );
    expect(change).toMatchObject({ asked: true, rightAnswer: false });
  });

  test('is explained otherwise when what is said of a place was reworded, and not when places change theirs', () => {
    const one = asks(places('SM2', 'SM3'), ['b', 'a']);
    const said = (feedback: Record<string, string>) => ({ ...one, key: { ...one.key, feedback } });
    expect(questionChange(said({ p0: 'Why.' }), said({ p0: 'Why not.' }))).toMatchObject({
      feedback: true,
      rightAnswer: false,
    });
    const other = asks(places('SM3', 'SM2'), ['a', 'b']);
    const turned = { ...other, key: { ...other.key, feedback: { p1: 'Why.' } } };
    expect(questionChange(said({ p0: 'Why.' }), turned)).toMatchObject({ asked: true, feedback: false });
  });

  test('is explained otherwise when its hints are others', () => {
    const one = asks(places('SM2', 'SM3'), ['b', 'a']);
    const hinted = { ...one, key: { ...one.key, hints: ['Look.'] } };
    expect(questionChange(one, hinted)).toMatchObject({ feedback: true, rightAnswer: false });
    expect(questionChange(hinted, hinted)).toBeNull();
  });
});

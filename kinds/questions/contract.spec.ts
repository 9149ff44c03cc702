// What every kind of question keeps, whatever it asks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsOf, rubricMark } from '@/rules/work/rubric';
import { compileContext, directive } from '@/test/directives';
import type { ParsedQuestion, QuestionKind } from './kind';
import { questionKinds } from './registry';
import { samples } from './samples';

const kinds = [...questionKinds.values()];
const [marked, byHand] = [kinds.filter((kind) => !kind.byHand), kinds.filter((kind) => kind.byHand)];

function parse(kind: QuestionKind): ParsedQuestion {
  const context = compileContext();
  const parsed = kind.parse(directive(samples[kind.name]?.markdown ?? ''), context);
  expect(context.problems).toEqual([]);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed;
}

test('every kind has a sample', () => {
  expect(Object.keys(samples).sort()).toEqual([...questionKinds.keys()].sort());
});

describe.each(marked)('$name, which its key marks,', (kind) => {
  const { key } = parse(kind);
  const wrong = samples[kind.name]?.wrong ?? [];

  test('has an answer of full marks', () => {
    expect(kind.grade(key, key.correct)).toMatchObject({ correct: true, score: 1 });
  });

  test('answers that are wrong get less, and learn nothing of what would be right', () => {
    expect(wrong.length).toBeGreaterThan(0);
    for (const answer of wrong) {
      const verdict = kind.grade(key, answer);
      expect(verdict, answer.join()).toMatchObject({ correct: false });
      expect(verdict?.score).toBeLessThan(1);
      expect(JSON.stringify(verdict)).not.toContain('CANARY_right');
    }
  });

  test('whatever arrives is marked from 0 to 1 or refused, and never throws', () => {
    const entry = fc.oneof(
      fc.constantFrom(...key.correct, ...wrong.flat(), '', ' ', '0', '-1', 'NaN', '1e999', '__proto__'),
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 500 }),
    );
    const answers = fc.oneof(
      fc.array(entry, { maxLength: 12 }),
      fc.shuffledSubarray(key.correct),
      fc
        .tuple(fc.constant(key.correct), fc.nat(), entry)
        .map(([right, at, other]) => right.map((one, index) => (index === at % right.length ? other : one))),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        const verdict = kind.grade(key, answer);
        if (!verdict) return;
        expect(verdict.score).toBeGreaterThanOrEqual(0);
        expect(verdict.score).toBeLessThanOrEqual(1);
        expect(verdict.correct).toBe(verdict.score === 1);
        for (const { id, right, html } of verdict.options)
          expect([typeof id, typeof right, typeof html]).toEqual(['string', 'boolean', 'string']);
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each(byHand)('$name, which a person marks,', (kind) => {
  const { student, key } = parse(kind);
  const entry = fc.oneof(
    fc.constantFrom(...key.correct, 'a few words', '', ' ', '0', '1', '-1', '__proto__'),
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 500 }),
  );

  test('whatever arrives is refused or waits for its person, who can give everything from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.array(fc.nat({ max: 8 })), (answer, chosen) => {
        expect(kind.grade(key, answer)).toBeNull();
        const judged = kind.byHand?.(key, answer);
        if (!judged) return;
        const { rubric } = judged;
        const marks = [
          Object.fromEntries(rubric.map(({ id }, at) => [id, chosen[at] ?? 0])),
          Object.fromEntries(rubric.map(({ id, levels }) => [id, levels.length - 1])),
        ].map((scores) => rubricMark(rubric, scores));
        for (const { earned, possible } of marks) {
          expect(possible).toBe(pointsOf(rubric) * 1_000_000);
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(possible);
        }
        expect(marks[1]?.earned).toBe(marks[1]?.possible);
      }),
      { numRuns: 1000 },
    );
  });

  test('the model answer is one that waits, and is as long as is asked for', () => {
    expect(kind.byHand?.(key, key.correct)).toMatchObject({ lacks: null });
    expect(JSON.stringify(student)).not.toContain('CANARY');
  });
});

describe.each(kinds)('$name', (kind) => {
  const { student, key } = parse(kind);
  const wrong = samples[kind.name]?.wrong ?? [];

  test('a blank is no answer', () => {
    for (const blank of [[], [''], key.correct.map(() => ''), key.correct.map(() => ' ')])
      expect(kind.grade(key, blank) ?? kind.byHand?.(key, blank) ?? null, JSON.stringify(blank)).toBeNull();
  });

  test('what the learner gets holds neither the key nor the feedback', () => {
    const known = ['ask', 'kind', 'options', 'prompt'];
    expect(Object.keys(student).filter((name) => !known.includes(name))).toEqual([]);
    for (const option of student.options) expect(Object.keys(option).sort()).toEqual(['html', 'id']);
    expect(JSON.stringify(student)).not.toContain('CANARY');
    expect(JSON.stringify(key)).toContain('CANARY');
    expect(student.ask?.form ?? kind.answerForm).toBe(kind.answerForm);
  });

  test('question and key stay the same as data', () => {
    const kept = JSON.parse(JSON.stringify(key)) as typeof key;
    expect(JSON.parse(JSON.stringify(student))).toEqual(student);
    for (const answer of [key.correct, ...wrong])
      expect(kind.grade(kept, answer)).toEqual(kind.grade(key, answer));
    expect(parse(kind)).toEqual({ student, key });
  });

  test('says how it is answered, and what is missing', () => {
    expect(kind.instruction).toMatch(/^[A-Z].*\.$/);
    expect(kind.unanswered).toMatch(/^[A-Z].*\.$/);
  });
});

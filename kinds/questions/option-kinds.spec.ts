import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '@/rules/learning/evidence';
import { compileContext, directive } from '@/test/directives';
import type { ParsedQuestion, QuestionKind } from './kind';
import { questionKinds } from './registry';
import { choice, samples as everySample, order } from './samples';

const samples = Object.fromEntries(
  Object.entries(everySample).map(([name, { markdown }]) => [name, markdown]),
);
const kinds = ['single', 'multiple', 'ordering'].flatMap((name) => questionKinds.get(name) ?? []);

function parse(kind: QuestionKind, markdown: string): ParsedQuestion {
  const context = compileContext();
  const parsed = kind.parse(directive(markdown), context);
  expect(context.problems).toEqual([]);
  if (!parsed) throw new Error('the sample does not parse');
  return parsed;
}

const subsets = (ids: string[]): Answer[] =>
  Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_id, index) => bits & (2 ** index)));
const permutations = (ids: string[]): Answer[] =>
  ids.length < 2
    ? [ids]
    : ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));

/** Every answer that can be given in a form. */
const answersIn = (form: string, ids: string[]): Answer[] => {
  if (form === 'one') return ids.map((id) => [id]);
  return form === 'many' ? subsets(ids).filter((set) => set.length > 0) : permutations(ids);
};
const sameSet = (one: Answer, other: Answer) =>
  one.length === other.length && one.every((id) => other.includes(id));
const isRight = (form: string, answer: Answer, correct: Answer) =>
  form === 'order' ? answer.join() === correct.join() : sameSet(answer, correct);

describe.each(kinds)('$name', (kind) => {
  const { student, key } = parse(kind, samples[kind.name] ?? '');
  const ids = student.options.map(({ id }) => id);
  const all = answersIn(kind.answerForm, ids);

  test('one answer passes, and every other that can be given is wrong', () => {
    const verdicts = all.map((answer) => [answer, kind.grade(key, answer)?.correct]);
    expect(verdicts).toEqual(all.map((answer) => [answer, isRight(kind.answerForm, answer, key.correct)]));
    expect(verdicts.filter(([, correct]) => correct)).toHaveLength(1);
  });

  test('options may be chosen in any order where order does not matter', () => {
    if (kind.answerForm === 'order') return;
    for (const answer of permutations(key.correct)) expect(kind.grade(key, answer)?.correct).toBe(true);
  });

  test('garbage is refused, and never throws', () => {
    const word = fc.oneof(
      fc.constantFrom(...ids, '', 'A', 'a ', '__proto__', 'constructor', 'toString', 'hasOwnProperty'),
      fc.string(),
    );
    const known = (answer: Answer) => all.some((one) => one.join('\n') === answer.join('\n'));
    const possible = (answer: Answer) =>
      known(answer) || (kind.answerForm === 'many' && known([...answer].sort()));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (answer) => {
        expect(kind.grade(key, answer) !== null).toBe(possible(answer));
      }),
      { numRuns: 1000 },
    );
  });

  test('what the learner gets holds neither the key nor the feedback', () => {
    expect(Object.keys(student).sort()).toEqual(['kind', 'options', 'prompt']);
    for (const option of student.options) expect(Object.keys(option).sort()).toEqual(['html', 'id']);
    expect(JSON.stringify(student)).not.toContain('CANARY');
    expect(JSON.stringify(key)).toContain('CANARY');
  });

  test('the verdict speaks of the options that were given, and of no other', () => {
    for (const answer of all) {
      const verdict = kind.grade(key, answer);
      expect(verdict?.options.map(({ id }) => id)).toEqual(answer);
      for (const id of ids.filter((other) => !answer.includes(other))) {
        expect(JSON.stringify(verdict)).not.toContain(`CANARY_${id}`);
      }
    }
  });
});

describe('ordering', () => {
  const kind = questionKinds.get('ordering') as QuestionKind;
  const item = fc.stringMatching(/^[A-Z][a-z]{1,6}$/);

  test('is never shown in the right order, and shown the same each time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item, { minLength: 3, maxLength: 6 }), (items) => {
        const { student, key } = parse(kind, order(items));
        const shown = student.options.map(({ html }) => html);
        expect(shown).not.toEqual(items);
        expect([...shown].sort()).toEqual([...items].sort());
        const inOrder = key.correct.map((id) => student.options.find((option) => option.id === id)?.html);
        expect(inOrder).toEqual(items);
        expect(parse(kind, order(items))).toEqual({ student, key });
      }),
    );
  });

  test('is explained as a whole: when wrong, and when right', () => {
    const { key } = parse(kind, order(['One', 'Two', 'Three']));
    expect(kind.grade(key, key.correct)?.overall).toContain('CANARY_right');
    expect(kind.grade(key, [...key.correct].reverse())?.overall).toContain('CANARY_wrong');
  });
});

test('of several right options some are not enough, and the learner is told so without being told which', () => {
  const kind = questionKinds.get('multiple') as QuestionKind;
  const { key } = parse(kind, samples.multiple ?? '');
  expect(kind.grade(key, ['b'])).toMatchObject({
    correct: false,
    overall: expect.stringContaining('missing'),
  });
  expect(kind.grade(key, ['a', 'b'])).toMatchObject({ correct: false, overall: null });
});

describe('mistakes in a question', () => {
  const single = samples.single ?? '';
  const ordering = samples.ordering ?? '';
  test.each<[string, string, string]>([
    ['no options', ':::question{#q kind="single"}\nWhich?\n:::', 'no list of options'],
    ['no prompt', single.replace('Which?\n\n', ''), 'no prompt'],
    [
      'one option',
      single.replace(/- \[ \][\s\S]*?(?=- \[x\])/, '').replace(/- \[ \][\s\S]*(?=\n:::)/, ''),
      'at least two',
    ],
    ['an item that is no option', single.replace('- [ ] Option a', '- Option a'), '[ ] or [x]'],
    ['an option without feedback', single.replace('  > **CANARY_a.** Why not.\n', ''), 'carries feedback'],
    ['a wrong option that names no misconception', single.replace('**CANARY_a.**', 'No.'), 'misconception'],
    ['two right options of one', choice('single', 'ab'), 'exactly one [x], not 2'],
    ['no right option of one', choice('single', ''), 'exactly one [x], not 0'],
    ['no right option of several', choice('multiple', ''), 'at least one [x]'],
    ['only right options', choice('multiple', 'abcd'), 'at least one [ ]'],
    ['two items in order', order(['One', 'Two']), 'three to six'],
    ['seven items in order', order(['A', 'B', 'C', 'D', 'E', 'F', 'G']), 'three to six'],
    ['items without numbers', ordering.replace(/\d\. /g, '- '), 'numbered list'],
    ['two items that read the same', order(['One', 'Two', 'One']), 'read the same'],
    ['no feedback on an order', ordering.replace(/\n>[\s\S]*(?=\n:::)/, ''), 'needs a quotation'],
    ['feedback on a wrong order alone', ordering.replace('\n>\n> CANARY_right.', ''), 'when right'],
    ['an order without a misconception', ordering.replace('**CANARY_wrong.**', 'No.'), 'misconception'],
  ])('are named: %s', (_title, markdown, message) => {
    const node = directive(markdown);
    const context = compileContext();
    questionKinds.get(node.attributes?.kind ?? '')?.parse(node, context);
    expect(context.problems.join('\n')).toContain(message);
  });
});

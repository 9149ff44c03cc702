import { describe, expect, test } from 'vitest';
import { samples } from '@/kinds/questions/samples';
import { compileContext, directive } from '@/test/directives';
import { question } from './index';

const compiled = (markdown: string) => {
  const context = compileContext();
  const output = question.compile(directive(markdown), context);
  return { question: output?.question, problems: context.problems.join('\n') };
};
const withLines = (markdown: string, lines: string) => markdown.replace(/\n:::\s*$/, `\n\n${lines}\n:::`);
const single = samples.single?.markdown ?? '';

describe.each(Object.entries(samples))('%s', (_kind, { markdown }) => {
  test('knows nothing of its hints: the same question, their costs beside it and their texts with the key', () => {
    const plain = compiled(markdown);
    const hinted = compiled(withLines(markdown, '::hint[Look *there*.]{cost="10"}\n::hint[`Here`.]'));
    expect(hinted.problems).toBe(plain.problems);
    expect(hinted.question?.student).toEqual({ ...plain.question?.student, hints: [10, 0] });
    const texts = hinted.question?.key.hints ?? [];
    expect(hinted.question?.key).toEqual({ ...plain.question?.key, hints: texts });
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe('<p>Look there.</p>');
    expect(JSON.stringify(hinted.question?.student)).not.toContain('there');
  });
});

test('a question without hints has none, and says nothing of them', () => {
  expect(Object.keys(compiled(single).question?.student ?? {})).not.toContain('hints');
  expect(Object.keys(compiled(single).question?.key ?? {})).not.toContain('hints');
});

test.each([
  ['a cost that is no percent', '::hint[Look.]{cost="ten"}', 'from 0 to 100'],
  ['a cost over everything', '::hint[Look.]{cost="101"}', 'from 0 to 100'],
  ['hints that cost more than all of it', '::hint[A.]{cost="60"}\n::hint[B.]{cost="60"}', '120 % together'],
  ['a hint without words', '::hint[ ]{cost="1"}', 'a hint reads'],
  ['a hint that would be shown to everybody', 'See ::hint[Look.] there.', 'a hint reads'],
  ['a hint within a list', '- [ ] No\n  > **Wrong.** Why.\n\n  ::hint[Look.]', 'not within a list'],
  ['too many of them', Array(6).fill('::hint[Look.]').join('\n'), 'at most 5 hints'],
])('%s is reported', (_what, lines, said) => {
  expect(compiled(withLines(single, lines)).problems).toContain(said);
});

import { given, type Insert, type InsertField, lineOf } from '@/kinds/insert';
import { hintMarkdown } from '@/rules/assessment/hints';

const numbers = [1, 2, 3];

const fields = numbers.flatMap((number): InsertField[] => {
  const shared = { kind: 'text', optional: true, group: `Hint ${number}` } as const;
  return [
    {
      ...shared,
      name: `hint${number}`,
      label: 'A hint',
      hint: 'Given to whoever takes it, after those before it.',
    },
    {
      ...shared,
      name: `hintCost${number}`,
      label: 'What it costs, in percent of the question’s points',
      hint: 'Empty: nothing. Outside of quizzes every hint is free.',
      example: '0',
    },
  ];
});

/** The form of a question with fields for its hints, of which the kind of question knows nothing. */
export const withHintFields = (insert: Insert): Insert => ({
  ...insert,
  fields: [...insert.fields, ...fields],
  markdown: (values, id) => {
    const hints = numbers.flatMap((number) => {
      const text = lineOf(values, `hint${number}`);
      return text === '' ? [] : [hintMarkdown(text, given(values, `hintCost${number}`))];
    });
    const written = insert.markdown(values, id);
    return hints.length === 0 ? written : written.replace(/\n:::$/, () => `\n\n${hints.join('\n')}\n:::`);
  },
});

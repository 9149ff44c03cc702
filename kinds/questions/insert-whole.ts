import { behind, type InsertField, type InsertValues, lead, lineOf } from '@/kinds/insert';

/** What a question that is explained as a whole says after the answer. */
export const wholeFields: readonly InsertField[] = [
  { name: 'idea', label: 'The misconception behind a wrong answer', kind: 'text' },
  { name: 'why', label: 'Why it is wrong', kind: 'text' },
  { name: 'right', label: 'What to say when it is right', kind: 'text' },
];

/** The quotation with it: a paragraph when the answer is wrong, another when it is right. */
export const wholeMarkdown = (values: InsertValues): string => `${behind(
  '> ',
  `${lead(lineOf(values, 'idea'))} ${lineOf(values, 'why')}`,
)}
>
${behind('> ', lineOf(values, 'right') || 'Right.')}`;

/** The numbers of the wrong answers that a form asks for one by one. */
const numbers = [1, 2, 3];

/** The fields of wrong answers that are foreseen: each with what whoever gives it believes, and why not. */
export const foreseenFields = (label: string, examples: readonly string[]): InsertField[] =>
  numbers.flatMap((number): InsertField[] => {
    const shared = {
      kind: 'text',
      optional: true,
      group: `Wrong answer ${number} that you foresee`,
    } as const;
    return [
      { ...shared, name: `wrong${number}`, label, example: examples[number - 1] },
      { ...shared, name: `idea${number}`, label: 'The misconception behind it' },
      { ...shared, name: `not${number}`, label: 'Why it is wrong, and what is so instead' },
    ];
  });

/** The items with them; `box` stands before the words where the list is one of tasks. */
export const foreseenMarkdown = (values: InsertValues, box = ''): string[] =>
  numbers.flatMap((number) => {
    const text = lineOf(values, `wrong${number}`);
    if (text === '') return [];
    const idea = lead(lineOf(values, `idea${number}`) || 'A misconception');
    return [`- ${box}${text}\n${behind('  > ', `${idea} ${lineOf(values, `not${number}`)}`)}`];
  });

/** How strictly the spelling of what is typed counts. */
export const spellingField: InsertField = {
  name: 'spelling',
  label: 'One mistake of typing',
  hint: 'In a word of six Latin letters or more. Where it is not let pass, it is wrong.',
  kind: 'choice',
  options: [{ value: 'near', label: 'Let it pass' }],
  optional: true,
};

import {
  attributes,
  behind,
  given,
  type InsertField,
  type InsertValues,
  inside,
  lead,
  lineOf,
} from '@/kinds/insert';

/** What every question asks first. */
export const questionFields: readonly InsertField[] = [
  { name: 'prompt', label: 'The question', kind: 'long', example: 'Which one is it?' },
  {
    name: 'objective',
    label: 'The objective it tests',
    kind: 'objective',
    optional: true,
  },
];

/** The fields of the option that is right. */
export const rightFields = (number: number, optional = false): InsertField[] => [
  {
    name: `right${number}`,
    label: 'A right option',
    kind: 'text',
    optional,
    group: `Right option ${number}`,
  },
  { name: `why${number}`, label: 'Why it is right', kind: 'text', optional, group: `Right option ${number}` },
];

/** The fields of an option that is wrong: what somebody who chooses it believes, and why it is not so. */
export const wrongFields = (number: number, optional = false): InsertField[] => {
  const group = `Wrong option ${number}`;
  return [
    { name: `wrong${number}`, label: 'A wrong option', kind: 'text', optional, group },
    {
      name: `idea${number}`,
      label: 'The misconception behind it',
      kind: 'text',
      optional,
      group,
      example: 'A study session makes law',
    },
    { name: `not${number}`, label: 'Why it is wrong, and what is so instead', kind: 'text', optional, group },
  ];
};

/** A right option with its feedback, where one was given. */
export function rightOption(values: InsertValues, number: number): string[] {
  const text = lineOf(values, `right${number}`);
  if (text === '') return [];
  return [`- [x] ${text}\n${behind('  > ', lineOf(values, `why${number}`) || 'Right.')}`];
}

/** A wrong option with its feedback, where one was given. */
export function wrongOption(values: InsertValues, number: number): string[] {
  const text = lineOf(values, `wrong${number}`);
  if (text === '') return [];
  const idea = lead(lineOf(values, `idea${number}`) || 'A misconception');
  return [`- [ ] ${text}\n${behind('  > ', `${idea} ${lineOf(values, `not${number}`)}`)}`];
}

/** Options with their feedback, the right ones among the wrong ones. */
function optionsOf(values: InsertValues): string[] {
  const numbers = [1, 2, 3, 4];
  const right = numbers.flatMap((number) => rightOption(values, number));
  const options = numbers.flatMap((number) => wrongOption(values, number));
  // Not always in the same place, but the same words always give the same order.
  for (const [index, option] of right.entries()) {
    const place = (given(values, 'prompt').length + option.length + index) % (options.length + 1);
    options.splice(place, 0, option);
  }
  return options;
}

/** The source of a question whose options are a task list; `more` are attributes of its kind alone. */
export const choiceMarkdown =
  (kind: string, more: (values: InsertValues) => Record<string, string> = () => ({})) =>
  (values: InsertValues, id: string): string =>
    `:::question${attributes(id, { kind, objective: given(values, 'objective'), ...more(values) })}
${inside(given(values, 'prompt'))}

${optionsOf(values).join('\n')}
:::`;

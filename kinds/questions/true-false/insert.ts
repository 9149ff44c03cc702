import { attributes, given, type Insert, type InsertField, inside } from '@/kinds/insert';
import { questionFields, rightFields, rightOption, wrongFields, wrongOption } from '../insert-choice';

/** The fields of a wrong reason; which side it stands on, its number says. */
const reason = (number: number, group: string, optional = false): InsertField[] =>
  wrongFields(number, optional).map((field) => ({
    ...field,
    group,
    label: field.name === `wrong${number}` ? 'The reason' : field.label,
  }));

export const insertTrueFalse: Insert = {
  name: 'question-true-false',
  menu: 'Questions',
  label: 'True or false, and why',
  about: 'Asks whether a statement is true and for which reason; half of that earns half.',
  fields: [
    ...questionFields.map((field) =>
      field.name === 'prompt'
        ? { ...field, label: 'The statement', example: 'A hash proves that a document is true.' }
        : field,
    ),
    {
      name: 'truth',
      label: 'It is',
      kind: 'choice',
      options: [
        { value: 'false', label: 'False' },
        { value: 'true', label: 'True' },
      ],
      initial: 'false',
    },
    ...rightFields(1).map((field) => ({
      ...field,
      group: 'The right reason',
      label: field.name === 'right1' ? 'The reason' : field.label,
    })),
    ...reason(1, 'A wrong reason for the opposite'),
    ...reason(2, 'Another wrong reason for the opposite', true),
    ...reason(3, 'A wrong reason for what is so', true),
  ],
  idFrom: 'prompt',
  markdown: (values, id) => {
    const so = [...wrongOption(values, 3), ...rightOption(values, 1)].join('\n');
    const opposite = [...wrongOption(values, 1), ...wrongOption(values, 2)].join('\n');
    const isTrue = given(values, 'truth') === 'true';
    return `:::question${attributes(id, { kind: 'true-false', objective: given(values, 'objective') })}
${inside(given(values, 'prompt'))}

True:

${isTrue ? so : opposite}

False:

${isTrue ? opposite : so}
:::`;
  },
};

import { attributes, given, type Insert, inside } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { foreseenFields, foreseenMarkdown, wholeFields, wholeMarkdown } from '../insert-whole';

export const insertNumeric: Insert = {
  name: 'question-numeric',
  menu: 'Questions',
  label: 'A number',
  about: 'Asks for a number, within a tolerance and perhaps with its unit.',
  fields: [
    ...questionFields,
    { name: 'answer', label: 'The right number', kind: 'text', example: '29.3' },
    {
      name: 'tolerance',
      label: 'How far from it an answer may be',
      hint: 'An amount, as 0.1, or a share, as 2%. Without it, the number has to be met exactly.',
      kind: 'text',
      optional: true,
      example: '0.1',
    },
    {
      name: 'units',
      label: 'Units to choose from',
      hint: 'The unit of the right number first, then others with how much of it each is: kB, B=0.001, MB=1000.',
      kind: 'text',
      optional: true,
      example: 'kB, B=0.001, MB=1000',
    },
    ...foreseenFields('A wrong number', ['2930', '30', '293']),
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: (values, id) => `:::question${attributes(id, {
    kind: 'numeric',
    objective: given(values, 'objective'),
    answer: given(values, 'answer'),
    tolerance: given(values, 'tolerance'),
    units: given(values, 'units'),
  })}
${inside(given(values, 'prompt'))}

${foreseenMarkdown(values)
  .map((item) => `${item}\n`)
  .join('')}
${wholeMarkdown(values)}
:::`,
};

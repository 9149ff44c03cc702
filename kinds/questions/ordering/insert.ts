import { attributes, behind, entriesOf, given, type Insert, inside, lead, lineOf } from '@/kinds/insert';
import { questionFields } from '../insert-choice';

export const insertOrdering: Insert = {
  name: 'question-ordering',
  menu: 'Questions',
  label: 'Put in order',
  about: 'Asks for the order of three to six items; learners see them shuffled.',
  fields: [
    ...questionFields,
    {
      name: 'items',
      label: 'The items, in the right order',
      hint: 'One a line, three to six.',
      kind: 'lines',
      atLeast: 3,
      atMost: 6,
      example: 'The speech is given\nThe Chinese report appears\nThe English report appears',
    },
    { name: 'idea', label: 'The misconception behind a wrong order', kind: 'text' },
    { name: 'why', label: 'Why it is wrong', kind: 'text' },
    { name: 'right', label: 'What to say when it is right', kind: 'text' },
  ],
  idFrom: 'prompt',
  markdown: (values, id) => `:::question${attributes(id, {
    kind: 'ordering',
    objective: given(values, 'objective'),
  })}
${inside(given(values, 'prompt'))}

${entriesOf(values, 'items')
  .map((item, index) => `${index + 1}. ${inside(item)}`)
  .join('\n')}

${behind('> ', `${lead(lineOf(values, 'idea'))} ${lineOf(values, 'why')}`)}
>
${behind('> ', lineOf(values, 'right') || 'Right.')}
:::`,
};

import { attributes, entriesOf, given, type Insert, inside } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { wholeFields, wholeMarkdown } from '../insert-whole';

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
    ...wholeFields,
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

${wholeMarkdown(values)}
:::`,
};

import { attributes, given, type Insert, inside } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { spellingField, wholeFields, wholeMarkdown } from '../insert-whole';

export const insertCloze: Insert = {
  name: 'question-cloze',
  menu: 'Questions',
  label: 'A text with gaps',
  about: 'Asks for the words that are missing in a text, typed or chosen where they stand.',
  fields: [
    ...questionFields,
    {
      name: 'text',
      label: 'The text with its gaps',
      hint: ':gap[hash|digest] is typed, and either word is right. :gap[=SM3|SM2|SM4] is chosen, and the word after = is right.',
      kind: 'long',
      example:
        'A :gap[hash function|hash] makes a digest. The Chinese standard for it is :gap[=SM3|SM2|SM4].',
    },
    spellingField,
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: (values, id) => `:::question${attributes(id, {
    kind: 'cloze',
    objective: given(values, 'objective'),
    spelling: given(values, 'spelling'),
  })}
${inside(given(values, 'prompt'))}

${inside(given(values, 'text'))}

${wholeMarkdown(values)}
:::`,
};

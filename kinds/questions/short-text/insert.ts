import { attributes, entriesOf, given, type Insert, inside } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { foreseenFields, foreseenMarkdown, spellingField, wholeFields, wholeMarkdown } from '../insert-whole';

export const insertShortText: Insert = {
  name: 'question-short-text',
  menu: 'Questions',
  label: 'A word or a few',
  about: 'Asks for a term or a name, typed; several forms of it are accepted, in English and in Chinese.',
  fields: [
    ...questionFields,
    {
      name: 'accepted',
      label: 'What is accepted',
      hint: 'One form a line. Capitals, accents, spaces and punctuation do not matter; simplified and traditional characters do.',
      kind: 'lines',
      atLeast: 1,
      atMost: 20,
      example: 'hash function\n哈希函数\n雜湊函數',
    },
    spellingField,
    ...foreseenFields('A wrong answer', ['encryption', 'signature', 'compression']),
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: (values, id) => `:::question${attributes(id, {
    kind: 'short-text',
    objective: given(values, 'objective'),
    spelling: given(values, 'spelling'),
  })}
${inside(given(values, 'prompt'))}

${[
  ...entriesOf(values, 'accepted').map((form) => `- [x] ${inside(form)}`),
  ...foreseenMarkdown(values, '[ ] '),
].join('\n')}

${wholeMarkdown(values)}
:::`,
};

import {
  attributes,
  behind,
  cell,
  cellsOf,
  entriesOf,
  given,
  type Insert,
  inside,
  row,
} from '@/kinds/insert';
import { questionFields } from '../insert-choice';

export const insertWritten: Insert = {
  name: 'question-written',
  menu: 'Questions',
  label: 'A written answer',
  about:
    'Asks for a text of some length. In a quiz a grader marks it by the rubric; in a lesson its writer judges it.',
  fields: [
    ...questionFields,
    { name: 'least', label: 'Words, at least', kind: 'text', initial: '20' },
    { name: 'most', label: 'Words, at most', kind: 'text', initial: '150' },
    {
      name: 'rubric',
      label: 'The rubric',
      hint: 'A level a line, from the least to the most points: the criterion | points | what it is like then. Begin with | for another level of the same criterion.',
      kind: 'lines',
      atLeast: 2,
      atMost: 180,
      example:
        'The claim | 0 | No claim is named.\n| 2 | A claim is named without a reason.\n| 4 | A claim with its reason.\nThe example | 0 | There is none.\n| 2 | One that fits.',
    },
    {
      name: 'model',
      label: 'A model answer',
      hint: 'Shown afterwards.',
      kind: 'long',
      optional: true,
      example:
        'Two texts with the same digest are the same text, byte by byte. Whether what they say is so, the digest cannot tell: a lie that nobody changed has a digest, too.',
    },
    {
      name: 'lang',
      label: 'The language of the answer',
      hint: 'As en or zh, for spoken and on-screen keyboards.',
      kind: 'text',
      optional: true,
      example: 'en',
    },
  ],
  idFrom: 'prompt',
  markdown: (values, id) => {
    const levels = entriesOf(values, 'rubric').map((line) => {
      const cells = cellsOf(line, 3);
      return row([0, 1, 2].map((at) => cell(inside(cells[at] ?? ''))));
    });
    const model = given(values, 'model');
    return `:::question${attributes(id, {
      kind: 'written',
      objective: given(values, 'objective'),
      least: given(values, 'least'),
      most: given(values, 'most'),
      lang: given(values, 'lang'),
    })}
${inside(given(values, 'prompt'))}

${[row(['Criterion', 'Points', 'What it is like']), row(['---', '---', '---']), ...levels].join('\n')}
${model === '' ? '' : `\n${behind('> ', model)}\n`}:::`;
  },
};

import {
  attributes,
  behind,
  cell,
  entriesOf,
  given,
  type Insert,
  inside,
  lead,
  lineOf,
} from '@/kinds/insert';
import { questionFields } from '../insert-choice';

/** A line like “the words | value | value” as a row; what is missing stays empty. */
const row = (line: string, columns: number): string => {
  const cells = line.split('|').map((part) => part.trim());
  return `| ${Array.from({ length: columns }, (_, index) => cell(cells[index] ?? '')).join(' | ')} |`;
};

export const insertAnnotation: Insert = {
  name: 'question-annotation',
  menu: 'Questions',
  label: 'Mark the spans of a passage',
  about: 'Asks who speaks in each part of a passage and how; marked word by word.',
  fields: [
    ...questionFields,
    {
      name: 'passage',
      label: 'The passage',
      kind: 'text',
      example: 'The official stressed that the technology is ready. It is not, says the auditor.',
    },
    {
      name: 'labels',
      label: 'What is said of each span',
      hint: 'Names between bars.',
      kind: 'text',
      initial: 'Speaker | Mode',
    },
    {
      name: 'spans',
      label: 'The right spans',
      hint: 'One a line: the words as they stand in the passage, then the value of each label, between bars.',
      kind: 'lines',
      atLeast: 1,
      atMost: 30,
      example:
        'The official stressed that the technology is ready. | The official | Paraphrased\nIt is not, says the auditor. | The auditor | Summarised',
    },
    { name: 'idea', label: 'The misconception behind a wrong marking', kind: 'text' },
    { name: 'why', label: 'Why it is wrong', kind: 'text' },
    { name: 'right', label: 'What to say when it is right', kind: 'text' },
  ],
  idFrom: 'prompt',
  markdown: (values, id) => {
    const labels = lineOf(values, 'labels')
      .split('|')
      .map((name) => name.trim());
    const columns = 1 + labels.length;
    return `:::question${attributes(id, { kind: 'annotation', objective: given(values, 'objective') })}
${inside(given(values, 'prompt'))}

${behind('> ', lineOf(values, 'passage'))}

${row(['Words', ...labels].join('|'), columns)}
|${' --- |'.repeat(columns)}
${entriesOf(values, 'spans')
  .map((line) => row(line, columns))
  .join('\n')}

${behind('> ', `${lead(lineOf(values, 'idea'))} ${lineOf(values, 'why')}`)}
>
${behind('> ', lineOf(values, 'right') || 'Right.')}
:::`;
  },
};

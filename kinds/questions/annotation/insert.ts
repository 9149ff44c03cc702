import { attributes, behind, entriesOf, given, type Insert, inside, lineOf, row } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { wholeFields, wholeMarkdown } from '../insert-whole';

/** The cells of a line like “the words | value | value”; what is missing stays empty. */
const cellsIn = (line: string, columns: number): string[] => {
  const cells = line.split('|').map((part) => part.trim());
  return Array.from({ length: columns }, (_, index) => cells[index] ?? '');
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
    ...wholeFields,
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

${row(['Words', ...labels])}
|${' --- |'.repeat(columns)}
${entriesOf(values, 'spans')
  .map((line) => row(cellsIn(line, columns)))
  .join('\n')}

${wholeMarkdown(values)}
:::`;
  },
};

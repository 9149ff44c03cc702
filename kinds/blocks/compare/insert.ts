import { attributes, cellsOf, entriesOf, type Insert, lineOf, row } from '@/kinds/insert';

/** A line of the form as the three cells of a row. */
function rowOf(line: string): string {
  const [first = '', second = '', third = ''] = cellsOf(line, 3);
  return row([first, second, third]);
}

export const insertCompare: Insert = {
  name: 'compare',
  menu: 'Blocks',
  label: 'Comparison',
  about: 'Puts renderings of one phrase, or takes on one thing, side by side as cards.',
  fields: [
    { name: 'title', label: 'Title', kind: 'text', example: 'One phrase, five Englishes' },
    {
      name: 'original',
      label: 'The phrase itself',
      kind: 'text',
      optional: true,
      example: '提升国际话语权和规则制定权',
    },
    {
      name: 'lang',
      label: 'Its language',
      hint: 'For screen readers and fonts.',
      kind: 'choice',
      optional: true,
      options: [
        { value: 'zh', label: 'Chinese' },
        { value: 'en', label: 'English' },
      ],
    },
    { name: 'first', label: 'What the first column holds', kind: 'text', initial: 'Rendering' },
    { name: 'second', label: 'What the second column holds', kind: 'text', initial: 'Where' },
    {
      name: 'third',
      label: 'What the third column holds',
      kind: 'text',
      initial: 'What it does to the meaning',
    },
    {
      name: 'rows',
      label: 'Rows',
      hint: 'One a line, its three cells divided by |',
      kind: 'lines',
      atLeast: 2,
      example:
        'increase influence | Xinhua, 25 Oct 2019 | names the effect\nlead the rules | A newspaper | names the aim',
    },
  ],
  idFrom: 'title',
  markdown: (values, id) => {
    const names = ['first', 'second', 'third'].map((name) => lineOf(values, name));
    const original = lineOf(values, 'original');
    return `:::compare${attributes(id, {
      title: lineOf(values, 'title'),
      original,
      lang: original === '' ? '' : lineOf(values, 'lang'),
    })}

${row(names)}
| --- | --- | --- |
${entriesOf(values, 'rows').map(rowOf).join('\n')}

:::`;
  },
};

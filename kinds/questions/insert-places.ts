import {
  attributes,
  cellsOf,
  entriesOf,
  given,
  type InsertValues,
  inside,
  lead,
  lineOf,
  row,
} from '@/kinds/insert';
import { wholeMarkdown } from './insert-whole';

/** A line of the form as a row: an item, what belongs to it, and perhaps a misconception and why it is one. */
function rowOf(line: string): string {
  const [item = '', belongs = '', idea = '', why = ''] = cellsOf(line, 4);
  return row([item, belongs || '…', idea === '' ? '' : `${lead(idea)} ${why}`.trim()]);
}

/** The source of a question whose rows hold an item and what belongs to it. */
export const placesMarkdown =
  (kind: string) =>
  (values: InsertValues, id: string): string =>
    `:::question${attributes(id, { kind, objective: given(values, 'objective') })}
${inside(given(values, 'prompt'))}

${row([lineOf(values, 'place'), lineOf(values, 'option'), 'If wrong'])}
| --- | --- | --- |
${entriesOf(values, 'rows').map(rowOf).join('\n')}

${wholeMarkdown(values)}
:::`;

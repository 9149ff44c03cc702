import { attributes, entriesOf, type Insert, inside, lineOf } from '@/kinds/insert';

/** A line of the form as an item: the date, an em dash, what happened. */
function itemOf(line: string): string {
  const [date = '', ...rest] = line.split(/\s+[—–|-]\s+|\s*\|\s*|\t|:\s+/);
  const after = rest.length === 0 ? '…' : line.slice(date.length).replace(/^\s*[—–|:-]?\s+|^\s*\|\s*/, '');
  return `- ${inside(`${date.trim()} — ${after.trim() || '…'}`)}`;
}

export const insertTimeline: Insert = {
  name: 'timeline',
  menu: 'Blocks',
  label: 'Timeline',
  about: 'Lists dated events in their order.',
  fields: [
    { name: 'title', label: 'Title', kind: 'text', example: 'One week in October 2019' },
    {
      name: 'events',
      label: 'Events',
      hint: 'One a line: the date, a dash, what happened.',
      kind: 'lines',
      atLeast: 1,
      example: '24 Oct 2019 — The study session is held.\n26 Oct 2019 — The law is passed.',
    },
  ],
  idFrom: 'title',
  markdown: (values, id) => `:::timeline${attributes(id, { title: lineOf(values, 'title') })}

${entriesOf(values, 'events').map(itemOf).join('\n')}

:::`,
};

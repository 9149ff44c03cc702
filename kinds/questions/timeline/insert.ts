import { attributes, entriesOf, given, type Insert, inside } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { wholeFields, wholeMarkdown } from '../insert-whole';

/** A line of the form as an item: the date, an em dash, what happened. */
function itemOf(line: string): string {
  const [, date = '', event = ''] = /^([^\s:|]*)\s*(?:[—–|:-]\s)?\s*([\s\S]*)$/.exec(line) ?? [];
  return inside(`${date} — ${event || '…'}`);
}

export const insertTimelineQuestion: Insert = {
  name: 'question-timeline',
  menu: 'Questions',
  label: 'Put dated events in order',
  about: 'Asks in which order things happened; learners see their dates once the order is right.',
  fields: [
    ...questionFields,
    {
      name: 'events',
      label: 'The events, in their order',
      hint: 'One a line, three to eight: the date as 2019, 2019-10 or 2019-10-24, a dash, what happened.',
      kind: 'lines',
      atLeast: 3,
      atMost: 8,
      example:
        '2019-10-24 — The study session is held\n2019-10-26 — The law is passed\n2020-01 — The law comes into force',
    },
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: (values, id) => `:::question${attributes(id, {
    kind: 'timeline',
    objective: given(values, 'objective'),
  })}
${inside(given(values, 'prompt'))}

${entriesOf(values, 'events')
  .map((line, index) => `${index + 1}. ${itemOf(line)}`)
  .join('\n')}

${wholeMarkdown(values)}
:::`,
};

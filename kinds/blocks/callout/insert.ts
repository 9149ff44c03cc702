import { attributes, given, type Insert, inside, lineOf } from '@/kinds/insert';
import { calloutKinds } from './kinds';

export const insertCallout: Insert = {
  name: 'callout',
  menu: 'Blocks',
  label: 'Callout',
  about: 'Sets a passage of text apart: what to keep, a limit, a worked example, a prompt.',
  fields: [
    {
      name: 'kind',
      label: 'What it is',
      kind: 'choice',
      options: Object.entries(calloutKinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'title', label: 'Title', kind: 'text', optional: true, example: 'What a hash cannot tell you' },
    {
      name: 'text',
      label: 'Text',
      kind: 'long',
      fromSelection: true,
      example: 'A digest says that a file is unchanged.',
    },
  ],
  idFrom: 'title',
  markdown: (values, id) => `:::callout${attributes(id, {
    kind: given(values, 'kind'),
    title: lineOf(values, 'title'),
  })}
${inside(given(values, 'text'))}
:::`,
};

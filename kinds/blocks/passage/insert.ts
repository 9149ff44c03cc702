import { attributes, given, type Insert } from '@/kinds/insert';

export const insertPassage: Insert = {
  name: 'passage',
  menu: 'Blocks',
  label: 'Source passage',
  about: 'Shows a numbered passage of a source, with who says it and how it is reported.',
  fields: [{ name: 'ref', label: 'Passage', kind: 'passage' }],
  idFrom: 'ref',
  markdown: (values, id) => `::passage${attributes(id, { ref: given(values, 'ref') })}`,
};

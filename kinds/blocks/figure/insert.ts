import { attributes, given, type Insert, lineOf } from '@/kinds/insert';

export const insertFigure: Insert = {
  name: 'figure',
  menu: 'Blocks',
  label: 'Drawn figure',
  about: 'Shows one of the figures the platform draws itself, with its description in words.',
  fields: [
    { name: 'name', label: 'Figure', kind: 'figure' },
    {
      name: 'caption',
      label: 'Caption',
      hint: 'What the reader should see in it.',
      kind: 'text',
      example: 'Each block names the one before it.',
    },
  ],
  idFrom: 'name',
  markdown: (values, id) =>
    `::figure${attributes(id, { name: given(values, 'name'), caption: lineOf(values, 'caption') })}`,
};

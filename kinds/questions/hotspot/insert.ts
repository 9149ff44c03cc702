import { given, type Insert, type InsertField, type InsertValues, lineOf } from '@/kinds/insert';
import { choiceMarkdown, questionFields, rightFields, wrongFields } from '../insert-choice';

const hint = 'Left, top, width and height in hundredths of the picture.';

/** The area of an option, before the option's own fields and in their group. */
const placed = (fields: InsertField[], name: string, example: string): InsertField[] => {
  const [first] = fields;
  const area: InsertField = { name, label: 'Its area', hint, kind: 'text', example };
  return [{ ...area, optional: first?.optional, group: first?.group }, ...fields];
};

const options = ['right1', 'wrong1', 'wrong2', 'wrong3'];

/** Options as they are written: each behind its area. */
const withAreas = (values: InsertValues): InsertValues => {
  const all = { ...values };
  for (const name of options)
    if (lineOf(values, name) !== '')
      all[name] = `(${lineOf(values, `${name}Area`).replace(/[()]/g, '')}) ${lineOf(values, name)}`;
  return all;
};

const markdown = choiceMarkdown('hotspot', (values) => ({
  src: given(values, 'src'),
  alt: lineOf(values, 'alt'),
}));

export const insertHotspot: Insert = {
  name: 'question-hotspot',
  menu: 'Questions',
  label: 'Choose a place on a picture',
  about: 'Asks for the right one of several numbered areas on a picture of the course.',
  fields: [
    ...questionFields,
    { name: 'src', label: 'The picture', kind: 'asset', types: ['image/'] },
    {
      name: 'alt',
      label: 'What the picture shows',
      kind: 'text',
      example: 'A block with its fields from top to bottom',
    },
    ...placed(rightFields(1), 'right1Area', '10 20 30 8'),
    ...placed(wrongFields(1), 'wrong1Area', '10 40 30 8'),
    ...placed(wrongFields(2), 'wrong2Area', '10 60 30 8'),
    ...placed(wrongFields(3, true), 'wrong3Area', '10 80 30 8'),
  ],
  idFrom: 'prompt',
  markdown: (values, id) => markdown(withAreas(values), id),
};

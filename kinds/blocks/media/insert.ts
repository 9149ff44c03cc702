import {
  attributes,
  given,
  type Insert,
  type InsertField,
  type InsertValues,
  inside,
  lineOf,
} from '@/kinds/insert';

const title: InsertField = {
  name: 'title',
  label: 'Title',
  kind: 'text',
  example: 'How a study session is reported',
};

const transcript: InsertField = {
  name: 'transcript',
  label: 'Transcript',
  hint: 'Everything that is said, and what is shown where it matters.',
  kind: 'long',
  fromSelection: true,
  example: 'On 24 October 2019 the Politburo held a study session.',
};

const written = (values: InsertValues, id: string, more: Record<string, string>): string =>
  `:::media${attributes(id, { src: given(values, 'src'), title: lineOf(values, 'title'), ...more })}
${inside(given(values, 'transcript'))}
:::`;

export const insertFilm: Insert = {
  name: 'film',
  menu: 'Blocks',
  label: 'Film',
  about: 'Shows a film with its captions and its transcript.',
  fields: [
    { name: 'src', label: 'Film', kind: 'asset', types: ['video/'] },
    title,
    { name: 'captions', label: 'Captions', kind: 'asset', types: ['text/vtt'] },
    {
      name: 'poster',
      label: 'Picture before it begins',
      kind: 'asset',
      types: ['image/'],
      optional: true,
    },
    transcript,
  ],
  idFrom: 'title',
  markdown: (values, id) =>
    written(values, id, { captions: given(values, 'captions'), poster: given(values, 'poster') }),
};

export const insertRecording: Insert = {
  name: 'recording',
  menu: 'Blocks',
  label: 'Recording',
  about: 'Plays a recording, with its transcript.',
  fields: [{ name: 'src', label: 'Recording', kind: 'asset', types: ['audio/'] }, title, transcript],
  idFrom: 'title',
  markdown: (values, id) => written(values, id, {}),
};

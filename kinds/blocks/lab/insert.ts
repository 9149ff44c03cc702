import { attributes, given, type Insert, inside } from '@/kinds/insert';

export const insertLab: Insert = {
  name: 'lab',
  menu: 'Blocks',
  label: 'Lab',
  about: 'A task of the learner’s own that the server verifies, with its steps, hints and what it shows.',
  fields: [
    { name: 'name', label: 'Lab', kind: 'lab' },
    {
      name: 'text',
      label: 'What it is for in this lesson',
      hint: 'Stands above the task. The lab brings its own steps.',
      kind: 'long',
      example: 'You have read how a fingerprint is made. Now make one.',
      optional: true,
    },
  ],
  idFrom: 'name',
  markdown: (values, id) => {
    const text = inside(given(values, 'text'));
    return `:::lab${attributes(id, { name: given(values, 'name') })}\n${text === '' ? '' : `${text}\n`}:::`;
  },
};

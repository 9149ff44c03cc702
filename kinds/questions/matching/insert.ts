import type { Insert } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { placesMarkdown } from '../insert-places';
import { wholeFields } from '../insert-whole';

export const insertMatching: Insert = {
  name: 'question-matching',
  menu: 'Questions',
  label: 'Match what fits',
  about: 'Asks for the one thing that fits each item; things that fit nothing may stand among them.',
  fields: [
    ...questionFields,
    { name: 'place', label: 'What the items are', kind: 'text', initial: 'Item' },
    { name: 'option', label: 'What fits them', kind: 'text', initial: 'What fits' },
    {
      name: 'rows',
      label: 'Items with what fits',
      hint: 'One a line: the item | what fits | the misconception when it is wrong | why. The last two may be left out; a line that begins with | fits nothing.',
      kind: 'lines',
      atLeast: 2,
      atMost: 16,
      example:
        'Digest | the output of a hash function | A digest is a summary | Nothing can be read from it.\nNonce | a number that is used once\n| a key that everybody knows',
    },
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: placesMarkdown('matching'),
};

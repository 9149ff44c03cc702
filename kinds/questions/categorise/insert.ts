import type { Insert } from '@/kinds/insert';
import { questionFields } from '../insert-choice';
import { placesMarkdown } from '../insert-places';
import { wholeFields } from '../insert-whole';

export const insertCategorise: Insert = {
  name: 'question-categorise',
  menu: 'Questions',
  label: 'Sort into categories',
  about: 'Asks to which of a few categories each item belongs.',
  fields: [
    ...questionFields,
    { name: 'place', label: 'What the items are', kind: 'text', initial: 'Item' },
    { name: 'option', label: 'What the categories are', kind: 'text', initial: 'Category' },
    {
      name: 'rows',
      label: 'Items with their category',
      hint: 'One a line, three to sixteen: the item | its category | the misconception when it is wrong | why. The last two may be left out.',
      kind: 'lines',
      atLeast: 3,
      atMost: 16,
      example:
        'He stressed trust | Paraphrase | Every report quotes | No words of his own are given.\n“Trust first” | Quote\nThat is, control | Gloss',
    },
    ...wholeFields,
  ],
  idFrom: 'prompt',
  markdown: placesMarkdown('categorise'),
};

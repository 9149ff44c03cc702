import type { Insert } from '@/kinds/insert';
import { choiceMarkdown, questionFields, rightFields, wrongFields } from '../insert-choice';

export const insertMultiple: Insert = {
  name: 'question-multiple',
  menu: 'Questions',
  label: 'Question with several right options',
  about: 'Asks for every right option and no wrong one.',
  fields: [
    ...questionFields,
    ...rightFields(1),
    ...rightFields(2, true),
    ...wrongFields(1),
    ...wrongFields(2, true),
  ],
  idFrom: 'prompt',
  markdown: choiceMarkdown('multiple'),
};

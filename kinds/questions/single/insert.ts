import type { Insert } from '@/kinds/insert';
import { choiceMarkdown, questionFields, rightFields, wrongFields } from '../insert-choice';

export const insertSingle: Insert = {
  name: 'question-single',
  menu: 'Questions',
  label: 'Question with one right option',
  about: 'Asks for the one right option; every wrong one says which misconception it comes from.',
  fields: [
    ...questionFields,
    ...rightFields(1),
    ...wrongFields(1),
    ...wrongFields(2),
    ...wrongFields(3, true),
  ],
  idFrom: 'prompt',
  markdown: choiceMarkdown('single'),
};

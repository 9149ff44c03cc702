import { lab } from '../kind';
import { needCheck, needFields } from './check';
import { needHidden } from './hidden';
import { needTask } from './task';
import { needWords } from './words';

/** Do you need a blockchain? Six questions in their order, and the fact of a case that decides each way. */
export const needLab = lab({
  name: 'need',
  version: 1,
  title: 'Do you need a blockchain?',
  words: needWords,
  task: needTask,
  fields: needFields,
  check: needCheck,
  hidden: needHidden,
});

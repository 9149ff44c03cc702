import { lab } from '../kind';
import { whoSaysCheck, whoSaysFields } from './check';
import { whoSaysHidden } from './hidden';
import { whoSaysTask } from './task';
import { whoSaysWords } from './words';

/** Who says what? Speaker, mode and evidence of each sentence of a report. */
export const whoSaysLab = lab({
  name: 'who-says',
  version: 1,
  title: 'Who says what?',
  words: whoSaysWords,
  task: whoSaysTask,
  fields: whoSaysFields,
  check: whoSaysCheck,
  hidden: whoSaysHidden,
});

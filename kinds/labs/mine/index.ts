import { lab } from '../kind';
import { mineCheck, mineFields } from './check';
import { mineTask } from './task';
import { mineWords } from './words';

/** Mine your block: work that is dear to do and cheap to check, and how dear is a number that somebody sets. */
export const mineLab = lab({
  name: 'mine',
  version: 1,
  title: 'Mine your block',
  words: mineWords,
  task: mineTask,
  fields: mineFields,
  check: mineCheck,
});

import { lab } from '../kind';
import { mineCheck, mineWork } from './check';
import { mineTask } from './task';

/** Mine your block: work that is dear to do and cheap to check, and how dear is a number that somebody sets. */
export const mineLab = lab({
  name: 'mine',
  version: 1,
  title: 'Mine your block',
  work: mineWork,
  task: mineTask,
  check: mineCheck,
});

import { lab } from '../kind';
import { tenderCheck, tenderFields } from './check';
import { tenderHidden } from './hidden';
import { tenderTask } from './task';
import { tenderWords } from './words';

/** Sealed tender: a commitment hides a bid until the deadline, and binds its bidder to it. */
export const tenderLab = lab({
  name: 'tender',
  version: 1,
  title: 'Sealed tender',
  words: tenderWords,
  task: tenderTask,
  fields: tenderFields,
  check: tenderCheck,
  hidden: tenderHidden,
});

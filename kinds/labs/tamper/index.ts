import { lab } from '../kind';
import { tamperCheck, tamperWork } from './check';
import { tamperTask } from './task';

/** Tamper audit: links and signatures show where a ledger was changed, unless somebody holds every copy of it. */
export const tamperLab = lab({
  name: 'tamper',
  version: 1,
  title: 'Tamper audit',
  work: tamperWork,
  task: tamperTask,
  check: tamperCheck,
});

import { lab } from '../kind';
import { fieldAt, tamperCheck, tamperFields } from './check';
import { tamperTask } from './task';
import { tamperTruth } from './truth';
import { tamperWords } from './words';

/** Tamper audit: links and signatures show where a ledger was changed, unless somebody holds every copy of it. */
export const tamperLab = lab({
  name: 'tamper',
  version: 1,
  title: 'Tamper audit',
  words: tamperWords,
  task: tamperTask,
  fields: tamperFields,
  start: ({ blocks }) => Object.fromEntries(blocks.map((_, at) => [fieldAt(at), 'sound'])),
  check: tamperCheck,
  hidden: tamperTruth,
});

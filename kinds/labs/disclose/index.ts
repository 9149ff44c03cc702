import { lab } from '../kind';
import { discloseCheck, discloseFields, heldCheck } from './check';
import { discloseTask } from './task';
import { discloseWords } from './words';

/** Show less, delete more: one claim of a credential is shown, and a person is forgotten where a chain cannot forget. */
export const discloseLab = lab({
  name: 'disclose',
  version: 1,
  title: 'Show less, delete more',
  words: discloseWords,
  task: discloseTask,
  fields: discloseFields,
  start: ({ draft }) => ({ chain: draft.map(({ bytes }) => bytes).join('') }),
  check: discloseCheck,
  hidden: (seed, values) => heldCheck(discloseTask(seed), values),
});

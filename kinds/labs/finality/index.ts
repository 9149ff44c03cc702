import { lab } from '../kind';
import { finalityCheck, finalityFields } from './check';
import { finalityTask } from './task';
import { finalityWords } from './words';

/** How deep is final: a risk that shrinks with depth and never ends, beside votes that need to know who votes. */
export const finalityLab = lab({
  name: 'finality',
  version: 1,
  title: 'How deep is final?',
  words: finalityWords,
  task: finalityTask,
  fields: finalityFields,
  start: ({ attackers }) => Object.fromEntries(attackers.map(({ name }) => [`depth.${name}`, '1'])),
  check: finalityCheck,
});

import { lab } from '../kind';
import { boxCheck, voteCheck, voteFields } from './check';
import { boxOf, voteTask } from './task';
import { voteWords } from './words';

/** One member, one vote, no name: who signed stays unknown, and who signs twice is found out. */
export const voteLab = lab({
  name: 'vote',
  version: 1,
  title: 'One member, one vote, no name',
  words: voteWords,
  task: voteTask,
  fields: voteFields,
  check: voteCheck,
  hidden: (seed, values) => boxCheck(boxOf(seed).truth, values),
});

import { lab } from '../kind';
import { wrong } from '../verdict';
import { nationalCheck, nationalFields } from './check';
import { idOf, nationalTask } from './task';
import { nationalWords } from './words';

/** National cryptography: algorithms can be exchanged like parts, and standards differ in what is signed with a text. */
export const nationalLab = lab({
  name: 'national',
  version: 1,
  title: 'National cryptography: SM3 and SM2',
  words: nationalWords,
  task: nationalTask,
  fields: nationalFields,
  check: nationalCheck,
  hidden: (seed, { id }) =>
    Number(id) === idOf(seed) + 1
      ? null
      : wrong('E_ID', 'id', 'With this user id the received signature does not fit its text and its key.'),
});

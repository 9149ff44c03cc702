import { lab } from '../kind';
import { merkleCheck, merkleFields } from './check';
import { merkleTask } from './task';
import { merkleWords } from './words';

/** A Merkle certificate and its forgery: few digests prove one among many, and a detail of the standard keeps it so. */
export const merkleLab = lab({
  name: 'merkle',
  version: 1,
  title: 'Merkle certificate and the forgery',
  words: merkleWords,
  task: merkleTask,
  fields: merkleFields,
  check: merkleCheck,
});

import { lab } from '../kind';
import { merkleCheck, merkleWork } from './check';
import { merkleTask } from './task';

/** A Merkle certificate and its forgery: few digests prove one among many, and a detail of the standard keeps it so. */
export const merkleLab = lab({
  name: 'merkle',
  version: 1,
  title: 'Merkle certificate and the forgery',
  work: merkleWork,
  task: merkleTask,
  check: merkleCheck,
});

import { lab } from '../kind';
import { faultsCheck, provenanceCheck, provenanceFields } from './check';
import { storyOf } from './story';
import { provenanceTask } from './task';
import { provenanceWords } from './words';

/** Provenance with a lie in it: a ledger keeps what it was told, and a signature says who told it. */
export const provenanceLab = lab({
  name: 'provenance',
  version: 1,
  title: 'Provenance with a lie in it',
  words: provenanceWords,
  task: provenanceTask,
  fields: provenanceFields,
  check: provenanceCheck,
  hidden: (seed, values) => faultsCheck(storyOf(seed).faults, values),
});

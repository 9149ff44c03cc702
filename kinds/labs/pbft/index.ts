import { lab } from '../kind';
import { pbftCheck, pbftFields } from './check';
import { pbftTask } from './task';
import { pbftWords } from './words';

/** PBFT round table: four replicas agree in spite of one that lies, and three do not; two sets of voters tell why. */
export const pbftLab = lab({
  name: 'pbft',
  version: 1,
  title: 'PBFT round table',
  words: pbftWords,
  task: pbftTask,
  fields: pbftFields,
  check: pbftCheck,
});

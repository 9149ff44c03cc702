import { lab } from '../kind';
import { cityCheck, cityFields } from './check';
import { cityHidden } from './hidden';
import { cityTask } from './task';
import { cityWords } from './words';

/** City A proves to city B: to connect two chains is to verify what another’s validators have agreed on. */
export const cityLab = lab({
  name: 'city',
  version: 1,
  title: 'City A proves to city B',
  words: cityWords,
  task: cityTask,
  fields: cityFields,
  check: cityCheck,
  hidden: cityHidden,
});

import { lab } from '../kind';
import { rulebookCheck, rulebookFields } from './check';
import { rulebookHidden } from './hidden';
import { rulebookTask } from './task';
import { rulebookWords } from './words';

/** A consortium's rulebook: a permissioned chain is governance that is written down, and whoever has to sign has power. */
export const rulebookLab = lab({
  name: 'rulebook',
  version: 1,
  title: 'Write the rulebook of a consortium',
  words: rulebookWords,
  task: rulebookTask,
  fields: rulebookFields,
  check: rulebookCheck,
  hidden: rulebookHidden,
});

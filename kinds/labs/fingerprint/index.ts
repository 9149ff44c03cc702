import { lab } from '../kind';
import { fingerprintCheck, fingerprintFields } from './check';
import { fingerprintTask } from './task';
import { fingerprintWords } from './words';

/** Fingerprint the article: a hash shows that bytes are the same, and neither that they are true nor whose they are. */
export const fingerprintLab = lab({
  name: 'fingerprint',
  version: 1,
  title: 'Fingerprint the article',
  words: fingerprintWords,
  task: fingerprintTask,
  fields: fingerprintFields,
  start: ({ text }) => ({ changed: text }),
  check: fingerprintCheck,
});

import { lab } from '../kind';
import { fingerprintCheck, fingerprintWork } from './check';
import { fingerprintTask } from './task';

/** Fingerprint the article: a hash shows that bytes are the same, and neither that they are true nor whose they are. */
export const fingerprintLab = lab({
  name: 'fingerprint',
  version: 1,
  title: 'Fingerprint the article',
  work: fingerprintWork,
  task: fingerprintTask,
  check: fingerprintCheck,
});

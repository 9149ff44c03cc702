import { lab } from '../kind';
import { wrong } from '../verdict';
import { judgedIn, signCheck, signFields } from './check';
import { judgementsOf, signTask } from './task';
import { signWords } from './words';

/** Sign the challenge and replay it: a signature shows who holds a key, and the receiver has to see to the rest. */
export const signLab = lab({
  name: 'sign',
  version: 1,
  title: 'Sign the challenge and replay it',
  words: signWords,
  task: signTask,
  fields: signFields,
  check: signCheck,
  // The page does not say which message is judged well, so that nobody tries until it does.
  hidden: (seed, values) => {
    const at = judgementsOf(seed).judgements.findIndex((right, index) => values[judgedIn(index)] !== right);
    if (at < 0) return null;
    return wrong(
      'E_JUDGEMENT',
      judgedIn(at),
      'This message is judged otherwise than what it brings with it. Look in turn at its signature, its key, its domain and its nonce.',
    );
  },
});

import { lab } from '../kind';
import { wrong } from '../verdict';
import { escrowCheck, escrowFields } from './check';
import { escrowRun } from './run';
import { bugFor, type EscrowTask, escrowNumbers } from './task';
import { publicTests } from './tests';
import { escrowWords } from './words';

/** The charity escrow and its bug: everybody can read a contract, and that alone makes it no safer. */
export const escrowLab = lab({
  name: 'escrow',
  version: 1,
  title: 'A charity escrow, and its bug',
  words: escrowWords,
  task: (seed): EscrowTask => {
    const numbers = escrowNumbers(seed);
    const tests = publicTests(numbers, bugFor(seed)).map(({ name, title }) => ({ name, title }));
    return { ...numbers, tests };
  },
  fields: escrowFields,
  start: ({ source, attack }) => ({ attack, fixed: source }),
  check: escrowCheck,
  hidden: (seed, { bug }) =>
    bug === bugFor(seed)
      ? null
      : wrong(
          'E_BUG',
          'bug',
          'This is not what is wrong with your contract. What can an outsider do with it that its comments do not allow?',
        ),
  run: escrowRun,
});

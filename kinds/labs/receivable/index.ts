import { lab } from '../kind';
import { receivableCheck, receivableFields } from './check';
import { receivableRun } from './run';
import { type ReceivableTask, receivableNumbers } from './task';
import { publicTests } from './tests';
import { receivableWords } from './words';

/** Receivable on chain: code can keep a claim from being sold twice, and cannot see whether there ever were goods. */
export const receivableLab = lab({
  name: 'receivable',
  version: 1,
  title: 'A receivable on chain',
  words: receivableWords,
  task: (seed): ReceivableTask => {
    const numbers = receivableNumbers(seed);
    return { ...numbers, tests: publicTests(numbers).map(({ name, title }) => ({ name, title })) };
  },
  fields: receivableFields,
  start: ({ source }) => ({ source }),
  check: receivableCheck,
  run: receivableRun,
});

import type { LabRun } from '../kind';
import { judgeRun } from '../run-judge';
import { hiddenTests, refuser } from './hidden-tests';
import { purse } from './steps';
import { receivableNumbers } from './task';
import { publicTests } from './tests';

const people = ['buyer', 'supplier', 'workshop', 'bank', 'rival'];

const testsFor = (seed: Uint8Array) => {
  const task = receivableNumbers(seed);
  return [...publicTests(task), ...hiddenTests(seed, task)];
};

/** How a learner’s contract is tried, and what the report says of it. */
export const receivableRun: LabRun = {
  plan: (seed, { source = '' }) => ({
    units: {
      work: { files: { 'Receivable.sol': source } },
      lab: { files: { 'Refuser.sol': refuser } },
    },
    accounts: Object.fromEntries(people.map((name) => [name, String(purse)])),
    tests: testsFor(seed).map(({ name, title, hidden, steps }) => ({
      name,
      title,
      ...(hidden && { hidden }),
      steps,
    })),
  }),
  judge: (seed, _values, report) => judgeRun(report, testsFor(seed), { work: 'source' }),
};

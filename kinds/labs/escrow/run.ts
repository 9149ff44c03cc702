import type { LabRun } from '../kind';
import { judgeRun } from '../run-judge';
import { hiddenTests, labFiles } from './hidden-tests';
import { people, purse } from './steps';
import { bugFor, escrowNumbers } from './task';
import { publicTests } from './tests';

const testsFor = (seed: Uint8Array) => {
  const task = escrowNumbers(seed);
  return [...publicTests(task, bugFor(seed)), ...hiddenTests(seed, task)];
};

/** How attack and mended contract are tried: each learner’s file is compiled without those that are not theirs to see. */
export const escrowRun: LabRun = {
  plan: (seed, { attack = '', fixed = '' }) => {
    const task = escrowNumbers(seed);
    return {
      units: {
        attack: { files: { 'Attack.sol': attack, 'Escrow.sol': task.source } },
        fixed: { files: { 'Fixed.sol': fixed } },
        lab: { files: labFiles(task) },
      },
      accounts: Object.fromEntries(people.map((name) => [name, String(purse)])),
      tests: testsFor(seed).map(({ name, title, hidden, steps }) => ({
        name,
        title,
        ...(hidden && { hidden }),
        steps,
      })),
    };
  },
  judge: (seed, _values, report) => judgeRun(report, testsFor(seed), { attack: 'attack', fixed: 'fixed' }),
};

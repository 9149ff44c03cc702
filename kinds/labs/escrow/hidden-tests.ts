import type { RunStep } from '../run';
import type { JudgedTest } from '../run-judge';
import { drawsFrom } from '../seeded';
import { attackOn } from './attacks';
import { bugs } from './source';
import { type Person, purse, refused, stepsFor } from './steps';
import type { EscrowNumbers } from './task';
import { unharmed } from './tests';

/** The files of the lab: the published escrow, and an attack on each bug there could be. */
export const labFiles = (task: EscrowNumbers): Record<string, string> => ({
  'Escrow.sol': task.source,
  ...Object.fromEntries(bugs.map((bug) => [`${bug}.sol`, attackOn(bug, task.names, `Probe${bug}`)])),
});

/** Tests with numbers and attacks that only the server knows. */
export function hiddenTests(seed: Uint8Array, task: EscrowNumbers): JudgedTest[] {
  const draws = drawsFrom(seed, 'escrow hidden');
  const steps = stepsFor(task);
  const amounts = [0, 1, 2, 3].map(() => 101 + draws.below(9_000));
  const sum = amounts.reduce((all, one) => all + one, 0);
  const order = draws.shuffled([0, 1, 2, 3]);
  const pairs: [Person, Person][] = [
    ['donors', 'charity'],
    ['charity', 'auditor'],
    ['auditor', 'donors'],
  ];
  const inOrder = order.flatMap((step): RunStep[] => {
    const [one, other] = draws.pick(pairs);
    return [
      steps.approve(one, step),
      steps.release(step, refused),
      steps.approve(other, step),
      steps.release(step),
    ];
  });
  return [
    {
      name: 'steps',
      code: 'E_STEPS',
      title: 'Other steps, released in another order by other keepers, add up',
      fails: 'With other steps in another order the mended contract does not pay what it should.',
      where: 'fixed',
      hidden: true,
      steps: [
        steps.deploy('fixed:Fixed.sol', amounts),
        steps.give('ben', sum),
        ...inOrder,
        steps.has('builder', purse + sum),
        steps.has('escrow', 0),
        { check: 'What was paid', sum: [steps.paid], is: 'equal', to: String(sum) },
        steps.takeBack('ben', refused),
      ],
    },
    ...bugs.map(
      (bug): JudgedTest => ({
        name: `probe-${bug}`,
        code: 'E_PROBE',
        title: 'An attack of ours does no harm to the mended contract',
        fails:
          'An attack that is not yours still does harm to the mended contract: the bug is not gone, or there is a new one.',
        where: 'fixed',
        hidden: true,
        steps: [
          steps.deploy('fixed:Fixed.sol'),
          ...steps.attack(`lab:${bug}.sol:Probe${bug}`),
          ...unharmed(steps),
        ],
      }),
    ),
  ];
}

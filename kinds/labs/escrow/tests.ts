import type { RunStep } from '../run';
import type { JudgedTest } from '../run-judge';
import type { Bug } from './source';
import { purse, refused, stepsFor } from './steps';
import type { EscrowNumbers } from './task';

type Steps = ReturnType<typeof stepsFor>;

/** What has become of the escrow once the attack on its bug has worked. */
function harm(bug: Bug, { inBooks, given, loot, rightful, stake }: Steps): RunStep {
  switch (bug) {
    case 'reentrancy':
      return {
        check: 'What is in the escrow and what it has paid',
        sum: inBooks,
        is: 'below',
        to: String(given),
      };
    case 'access':
      return {
        check: 'What the attacker has in the end',
        sum: loot,
        is: 'at least',
        to: String(rightful + 1),
      };
    case 'unchecked':
      // More than was ever given: a step is booked as paid, and its money is still there.
      return {
        check: 'What is in the escrow and what it says it has paid',
        sum: inBooks,
        is: 'at least',
        to: String(given + stake + 1),
      };
  }
}

/** What holds after an attack that failed, whatever it tried: nobody has too much, and the books are right. */
export const unharmed = ({ inBooks, given, loot, rightful, stake }: Steps): RunStep[] => [
  {
    check: 'What the attacker has in the end',
    sum: loot,
    is: 'below',
    to: String(rightful + 1),
  },
  {
    check: 'What is in the escrow and what it has paid',
    sum: inBooks,
    is: 'at least',
    to: String(given),
  },
  {
    check: 'What is in the escrow and what it says it has paid',
    sum: inBooks,
    is: 'below',
    to: String(given + stake + 1),
  },
];

/** The tests that everybody may read. */
export function publicTests(task: EscrowNumbers, bug: Bug): JudgedTest[] {
  const steps = stepsFor(task);
  const { deploy, give, approve, release, takeBack, name, has, attack } = steps;
  const { amounts, gifts, attacker } = task;
  const [first = 0, second = 0] = amounts;
  const fixed = (
    key: string,
    code: JudgedTest['code'],
    title: string,
    fails: string,
    rest: RunStep[],
  ): JudgedTest => ({
    name: key,
    code,
    title,
    fails,
    where: 'fixed',
    steps: [deploy('fixed:Fixed.sol'), give('anna', gifts[0]), give('ben', gifts[1]), ...rest],
  });
  const mine = `attack:Attack.sol:${attacker}`;
  return [
    {
      name: 'attack',
      code: 'E_ATTACK',
      title: 'Your attack does harm to the contract as it was published',
      fails: 'Your attack does no harm to the published contract.',
      where: 'attack',
      steps: [deploy('lab:Escrow.sol'), ...attack(mine), harm(bug, steps)],
    },
    fixed(
      'release',
      'E_RELEASE',
      'Two keepers release a step, and its worker is paid, once',
      'The mended contract does not pay for a step as the published one was meant to.',
      [
        approve('donors', 0, { event: { name: 'Approved', args: ['0', '@donors'] } }),
        approve('auditor', 0),
        release(0, { event: { name: 'Released', args: ['0', String(first)] } }),
        has('builder', purse + first),
        has('escrow', gifts[0] + gifts[1] - first),
        // There is enough for a second payment: it is refused because there was a first.
        give('ben', first),
        release(0, refused),
      ],
    ),
    fixed(
      'approve',
      'E_APPROVE',
      'One keeper is not enough, not even twice, and nobody else counts',
      'The mended contract pays without two of the three keepers.',
      [
        approve('charity', 0),
        release(0, refused),
        approve('charity', 0, refused),
        approve('builder', 0, refused),
        approve('anna', 0, refused),
        release(0, refused),
        approve('donors', 3, refused),
        has('builder', purse),
      ],
    ),
    fixed(
      'take-back',
      'E_TAKE_BACK',
      'A donor takes back what they gave, once, and not after the first payment',
      'In the mended contract, a gift is not taken back as it was meant to be.',
      [
        takeBack('anna', { event: { name: 'TakenBack', args: ['@anna', String(gifts[0])] } }),
        has('anna', purse),
        takeBack('anna', refused),
        takeBack('attacker', refused),
        give('anna', gifts[0]),
        approve('donors', 1),
        approve('charity', 1),
        release(1),
        takeBack('anna', refused),
        has('escrow', gifts[0] + gifts[1] - second),
      ],
    ),
    fixed(
      'worker',
      'E_WORKER',
      'The keeper of the donors names another worker, and nobody else does',
      'In the mended contract, somebody else can name the worker, or the keeper of the donors cannot.',
      [
        ...(['charity', 'auditor', 'builder', 'attacker'] as const).map((who) => name(who, who, refused)),
        name('donors', 'ben'),
        approve('donors', 0),
        approve('charity', 0),
        release(0),
        has('ben', purse - gifts[1] + first),
      ],
    ),
    {
      name: 'still-open',
      code: 'E_STILL_OPEN',
      title: 'Your attack does no harm to the mended contract',
      fails: 'Your own attack still does harm to the mended contract.',
      where: 'fixed',
      steps: [deploy('fixed:Fixed.sol'), ...attack(mine), ...unharmed(steps)],
    },
  ];
}

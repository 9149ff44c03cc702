import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { safeDepth } from './race';
import { attacks, deepest, risk } from './risk';
import type { FinalityTask } from './task';

const ofTenMillion = { kind: 'whole', least: 0, most: attacks } as const;

/** What is asked for: the budget as a risk, a depth for each attacker, one race, and what votes need in its place. */
export const finalityFields = ({ attackers, race, replicas }: FinalityTask): readonly Field[] => [
  {
    name: 'bound',
    ...ofTenMillion,
    group: 'The budget',
    label: 'Of 10,000,000 attacks, how many may succeed at most',
    help: 'What may be lost on average, as a part of what the goods are worth.',
  },
  ...attackers.flatMap(({ name, share }): Field[] => {
    const group = 'How deep to wait';
    const row = `${name}, ${share} %`;
    return [
      {
        name: `depth.${name}`,
        kind: 'whole',
        least: 1,
        most: deepest,
        group,
        cell: { row, column: 'Least depth' },
        label: `Attacker ${name}: the least depth that keeps the budget, in blocks`,
      },
      {
        name: `before.${name}`,
        ...ofTenMillion,
        group,
        cell: { row, column: 'Risk a block before' },
        label: `Attacker ${name}: attacks of 10,000,000 that succeed one block before that depth`,
      },
      {
        name: `at.${name}`,
        ...ofTenMillion,
        group,
        cell: { row, column: 'Risk there' },
        label: `Attacker ${name}: attacks of 10,000,000 that succeed at that depth`,
      },
    ];
  }),
  {
    name: 'safe',
    kind: 'whole',
    least: 1,
    most: race.length,
    group: 'The race',
    label: 'The least depth by which the goods would have been safe in this race',
  },
  {
    name: 'liars',
    kind: 'whole',
    least: 0,
    most: replicas,
    group: 'Votes in place of depth',
    label: `Of ${replicas} replicas, how many may lie at most`,
  },
  {
    name: 'votes',
    kind: 'whole',
    least: 0,
    most: replicas,
    group: 'Votes in place of depth',
    label: 'How many votes for the same block make it final',
  },
  {
    name: 'breaks',
    kind: 'choice',
    group: 'Votes in place of depth',
    label: 'What could still undo it',
    options: [
      { value: 'shallow', label: 'That only a few blocks came after it' },
      { value: 'power', label: 'Somebody with most of the computing power' },
      { value: 'liars', label: 'More liars among the replicas than it allows for' },
      { value: 'slow', label: 'A network that is slow for an hour' },
    ],
  },
];

/** What is wrong with the depth against one attacker, and with its two risks. */
function depthError(name: string, share: number, bound: number, values: Values): LearnerError | null {
  const depth = Number(values[`depth.${name}`]);
  const [before, at] = [risk(share, depth - 1), risk(share, depth)];
  if (at > bound)
    return wrong(
      'E_SHALLOW',
      `depth.${name}`,
      `At this depth attacker ${name} still succeeds more often than the budget allows.`,
    );
  if (before <= bound)
    return wrong(
      'E_TOO_DEEP',
      `depth.${name}`,
      `Against attacker ${name} the budget is kept, but it was kept a block before: nobody has to wait so long.`,
    );
  if (Number(values[`before.${name}`]) !== before)
    return wrong(
      'E_RISK_BEFORE',
      `before.${name}`,
      `This is not the risk from attacker ${name} one block before your depth: round to whole attacks of ten million.`,
    );
  if (Number(values[`at.${name}`]) !== at)
    return wrong(
      'E_RISK_THERE',
      `at.${name}`,
      `This is not the risk from attacker ${name} at your depth: round to whole attacks of ten million.`,
    );
  return null;
}

/** What is wrong with what votes need. */
function votesError(replicas: number, { liars, votes, breaks }: Values): LearnerError | null {
  const most = Math.floor((replicas - 1) / 3);
  if (Number(liars) !== most)
    return wrong(
      'E_LIARS',
      'liars',
      `Fewer than a third of the replicas may lie: divide ${replicas} by three.`,
    );
  if (Number(votes) !== 2 * most + 1)
    return wrong(
      'E_VOTES',
      'votes',
      'Any two sets of so many voters have to share one that is honest, and the liars may all stay silent.',
    );
  if (breaks !== 'liars')
    return wrong('E_BREAKS', 'breaks', 'Votes do not depend on this. What did they take for granted?');
  return null;
}

/** What is wrong with work on a budget, three attackers, a race and a vote. */
export function finalityCheck(task: FinalityTask, values: Values): LearnerError | null {
  const bound = (task.loss * attacks) / task.worth;
  if (Number(values.bound) !== bound)
    return wrong(
      'E_BOUND',
      'bound',
      'Divide what may be lost by what the goods are worth, and take that part of ten million.',
    );
  for (const { name, share } of task.attackers) {
    const found = depthError(name, share, bound, values);
    if (found) return found;
  }
  if (Number(values.safe) !== safeDepth(task.race))
    return wrong(
      'E_RACE',
      'safe',
      'Look for the last block after which the attacker has as many as the honest branch: whoever shipped by then is robbed.',
    );
  return votesError(task.replicas, values);
}

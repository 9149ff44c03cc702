import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { type Need, type Rulebook, unmetAt } from './needs';
import { longestPolicy, namedIn } from './policy';
import { cellName, channels, organisations, policyName, rights, titled } from './roster';
import { blind, policyOf, rulebookOf, superfluous } from './rulebook';
import type { RulebookTask } from './task';

const groups = { read: 'Who reads', write: 'Who writes' };

/** What is asked for: a tick for each right of each organisation in each channel, and a policy a channel. */
export const rulebookFields = (): readonly Field[] => [
  ...rights.flatMap((right) =>
    organisations.flatMap((who) =>
      channels.map(
        (channel): Field => ({
          name: cellName(right, who, channel),
          kind: 'tick',
          label: `${titled(who)} ${right === 'read' ? 'reads' : 'writes in'} ${titled(channel)}`,
          group: groups[right],
          cell: { row: titled(who), column: titled(channel) },
        }),
      ),
    ),
  ),
  ...channels.map(
    (channel): Field => ({
      name: policyName(channel),
      kind: 'line',
      most: longestPolicy,
      label: `Policy of ${titled(channel)}`,
      help: 'As “Bank and Regulator”, or “2 of (Bank, Buyer, Customs)”.',
      group: 'Whose signatures are enough',
    }),
  ),
];

/** What is wrong with a policy by itself. */
function policyProblem(values: Values, book: Rulebook): LearnerError | null {
  for (const channel of channels) {
    const policy = policyOf(channel, values);
    if (policy.kind === 'problem') return wrong(policy.code, policyName(channel), policy.says);
    if ([...namedIn(policy)].some((who) => !book.signers(channel).includes(who)))
      return wrong(
        'E_IDLE',
        policyName(channel),
        'This policy names somebody whose signature never makes a difference.',
      );
  }
  return null;
}

/** What a need is answered with that is not met. */
const unmet: Record<Need['kind'], [LearnerError['code'], string]> = {
  may: ['E_NEED', 'Somebody has to have this right, and does not.'],
  'may-not': ['E_FORBIDDEN', 'Somebody must not have this right, and has it.'],
  'all-read': ['E_NEED', 'All but one have to have this right, and somebody does not.'],
  'writers-read': ['E_NEED', 'Whoever writes here has to read here, and somebody does not.'],
  enough: ['E_SHUT', 'Signatures that have to be enough are not enough by this policy.'],
  'not-enough': ['E_OPEN', 'Signatures that must not be enough are enough by this policy.'],
};

/** What is wrong with a rulebook by the needs that everybody sees. */
export function rulebookCheck({ needs }: RulebookTask, values: Values): LearnerError | null {
  const book = rulebookOf(values);
  const problem = policyProblem(values, book);
  if (problem) return problem;
  for (const need of needs) {
    const where = unmetAt(need, book);
    if (where) return wrong(unmet[need.kind][0], where, unmet[need.kind][1]);
  }
  const [unseeing] = blind(book);
  if (unseeing)
    return wrong(
      'E_BLIND',
      cellName('read', unseeing.who, unseeing.channel),
      'Somebody signs for this channel and cannot read what is signed.',
    );
  const extra = superfluous(needs, book);
  const [first] = extra;
  if (first)
    return wrong(
      'E_SUPERFLUOUS',
      cellName(first.right, first.who, first.channel),
      extra.length === 1
        ? 'This right serves no need, and none of that kind may be left.'
        : `Rights that serve no need: ${extra.length}, and none may be left. This is the first.`,
    );
  return null;
}

import type { LabSolution } from '../solution';
import type { Values } from '../verdict';
import { enoughBy, groupOf, membersOf, smallest } from './groups';
import type { Need } from './needs';
import type { Policy } from './policy';
import { cellName, channels, type Organisation, organisations, policyName, rights, titled } from './roster';
import { isAsked, rulebookOf, superfluous } from './rulebook';
import { rulebookPlan } from './task';

/** A policy as a line. */
function written(policy: Policy<Organisation>): string {
  if (policy.kind === 'name') return titled(policy.name);
  const { least, parts } = policy;
  if (least > 1 && least < parts.length) return `${least} of (${parts.map(written).join(', ')})`;
  const bracketed = parts.map((part) => {
    const plain = part.kind === 'name' || (part.least > 1 && part.least < part.parts.length);
    return plain ? written(part) : `(${written(part)})`;
  });
  return bracketed.join(least === 1 ? ' or ' : ' and ');
}

/** A policy by which each of these groups is enough. */
const anyOf = (groups: readonly number[]): string =>
  groups
    .map((group) => membersOf(group).map(titled).join(' and '))
    .map((line) => `(${line})`)
    .join(' or ');

/** Grants what is asked for, until nothing more is: a right to write may ask for one to read. */
function granted(values: Values, needs: readonly Need[]): Values {
  const book = rulebookOf(values);
  const wanted = channels.flatMap((channel) =>
    organisations.flatMap((who) =>
      rights
        .filter((right) => isAsked({ right, who, channel }, needs, book))
        .map((right): [string, string] => [cellName(right, who, channel), 'yes']),
    ),
  );
  const more = { ...values, ...Object.fromEntries(wanted) };
  return Object.keys(more).length === Object.keys(values).length ? more : granted(more, needs);
}

const inEach = (line: string): Values =>
  Object.fromEntries(channels.map((channel) => [policyName(channel), line]));

/** A rulebook with one right more or less, of those that fit. */
const withRight = (work: Values, cell: string | undefined, value: string): Values => ({
  ...work,
  [cell ?? '']: value,
});

/** The channel of the two out of three that the regulator has to sign besides: its groups, and its public cases. */
function supervised(seed: Uint8Array) {
  const { pacts, needs } = rulebookPlan(seed);
  const found = pacts.find(({ pact }) => pact.says.includes('signs as well'));
  const channel = found?.channel ?? 'orders';
  const groups = found ? smallest(enoughBy(found.pact.policy)) : [];
  const cases = needs.flatMap((need) =>
    need.channel === channel && (need.kind === 'enough' || need.kind === 'not-enough')
      ? [{ enough: need.kind === 'enough', group: groupOf(need.by) }]
      : [],
  );
  return { field: policyName(channel), groups, cases };
}

const others = organisations.filter((who) => who !== 'regulator');

/** How the lab is solved, and what wrong work is answered with. */
export const rulebookSolution: LabSolution = {
  solve: (seed) => {
    const { pacts, needs } = rulebookPlan(seed);
    const policies = pacts.map(({ channel, pact }) => [policyName(channel), written(pact.policy)]);
    return granted(Object.fromEntries(policies), needs);
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, 'policy.loans': '' }),
    E_FORM: (work) => ({ ...work, 'read.bank.loans': 'true' }),
    E_POLICY: (work) => ({ ...work, 'policy.bills': 'Bank and Buyer or Customs' }),
    E_DEPTH: (work) => ({ ...work, 'policy.orders': `${'('.repeat(80)}Bank${')'.repeat(76)}` }),
    E_NAME: (work) => ({ ...work, 'policy.cargo': 'Bank and Mayor' }),
    E_COUNT: (work) => ({ ...work, 'policy.cargo': '3 of (Bank, Buyer)' }),
    E_TWICE: (work) => ({ ...work, 'policy.cargo': '2 of (Bank, Buyer, Bank)' }),
    E_MONOTONE: (work) => ({ ...work, 'policy.cargo': 'Bank and not Buyer' }),
    E_IDLE: (work) => ({ ...work, 'policy.cargo': 'Bank or (Bank and Buyer)' }),
    E_NEED: (work, seed) => {
      const need = rulebookPlan(seed).needs.find(({ kind }) => kind === 'all-read');
      const cell = organisations
        .filter((who) => need?.kind === 'all-read' && who !== need.but)
        .map((who) => cellName('read', who, need?.channel ?? 'orders'));
      return withRight(work, cell[0], '');
    },
    E_FORBIDDEN: (work, seed) => {
      const { needs } = rulebookPlan(seed);
      const fed = needs.find(({ kind }) => kind === 'writers-read')?.channel;
      const need = needs.find(({ kind, channel }) => kind === 'may-not' && channel !== fed);
      return need?.kind === 'may-not'
        ? withRight(work, cellName(need.right, need.who, need.channel), 'yes')
        : work;
    },
    E_SHUT: (work) => ({ ...work, ...inEach(organisations.join(' and ')) }),
    E_OPEN: (work) => ({ ...work, ...inEach(organisations.join(' or ')) }),
    E_BLIND: (work, seed) => {
      const { needs } = rulebookPlan(seed);
      const book = rulebookOf(work);
      const bare = { ...book, signers: () => [] };
      const cell = channels
        .flatMap((channel) => organisations.map((who) => ({ right: 'read', who, channel }) as const))
        .find((one) => isAsked(one, needs, book) && !isAsked(one, needs, bare));
      return withRight(work, cell && cellName('read', cell.who, cell.channel), '');
    },
    E_SUPERFLUOUS: (work, seed) => {
      const { needs } = rulebookPlan(seed);
      const fits = (name: string) => {
        const book = rulebookOf({ ...work, [name]: 'yes' });
        const banned = needs.some(
          (need) => need.kind === 'may-not' && cellName(need.right, need.who, need.channel) === name,
        );
        return !banned && superfluous(needs, book).length === 1;
      };
      const names = channels.flatMap((channel) => organisations.map((who) => cellName('read', who, channel)));
      return withRight(work, names.find(fits), 'yes');
    },
    E_HIDDEN_SHUT: (work, seed) => {
      const { field, groups, cases } = supervised(seed);
      const left = groups.find((group) => !cases.some((one) => one.enough && one.group === group));
      return { ...work, [field]: anyOf(groups.filter((group) => group !== left)) };
    },
    E_HIDDEN_OPEN: (work, seed) => {
      const { field, groups, cases } = supervised(seed);
      const members = groups.reduce((a, b) => a | b, 0);
      const extra = others
        .map((who) => groupOf([who, 'regulator']))
        .find(
          (pair) =>
            (pair & members) === pair && !cases.some((one) => !one.enough && (one.group & pair) === pair),
        );
      // Whoever is in the pair alone needs nobody else; the group of the other two stays.
      const rest = groups.filter((group) => (group & (extra ?? 0)) !== extra);
      return { ...work, [field]: anyOf([extra ?? 0, ...rest]) };
    },
  },
};

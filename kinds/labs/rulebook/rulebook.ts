import type { Values } from '../verdict';
import { enoughBy, thoseWhoMatter } from './groups';
import { asksFor, type Need, type Rulebook } from './needs';
import { readPolicy } from './policy';
import {
  type Channel,
  cellName,
  channels,
  type Organisation,
  organisations,
  policyName,
  type Right,
  rights,
} from './roster';

export const policyOf = (channel: Channel, values: Values) =>
  readPolicy(values[policyName(channel)] ?? '', organisations);

/** The rulebook that stands in the fields. */
export function rulebookOf(values: Values): Rulebook {
  const tables = new Map(
    channels.map((channel) => {
      const policy = policyOf(channel, values);
      const enough = policy.kind === 'problem' ? null : enoughBy(policy);
      return [channel, { enough, signers: enough ? thoseWhoMatter(enough) : [] }];
    }),
  );
  return {
    has: (right, who, channel) => values[cellName(right, who, channel)] === 'yes',
    enough: (channel) => tables.get(channel)?.enough ?? null,
    signers: (channel) => tables.get(channel)?.signers ?? [],
  };
}

export type Cell = { right: Right; who: Organisation; channel: Channel };

const cells: readonly Cell[] = channels.flatMap((channel) =>
  organisations.flatMap((who) => rights.map((right) => ({ right, who, channel }))),
);

/** Whether anything asks for a right: a need, or that whoever signs has to read. */
export const isAsked = ({ right, who, channel }: Cell, needs: readonly Need[], book: Rulebook): boolean =>
  needs.some((need) => need.channel === channel && asksFor(need, right, who, book)) ||
  (right === 'read' && book.signers(channel).includes(who));

/** The rights that are granted, and that nothing asks for. */
export const superfluous = (needs: readonly Need[], book: Rulebook): Cell[] =>
  cells.filter((cell) => book.has(cell.right, cell.who, cell.channel) && !isAsked(cell, needs, book));

/** Those who sign for a channel, and cannot read it. */
export const blind = (book: Rulebook): Cell[] =>
  cells.filter(
    ({ right, who, channel }) =>
      right === 'read' && book.signers(channel).includes(who) && !book.has('read', who, channel),
  );

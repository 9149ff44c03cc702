import { approves, type Policy } from './policy';
import { type Organisation, organisations } from './roster';

/** Which of the 64 groups of organisations are enough, by the group's number: one bit for each organisation. */
export type Enough = readonly boolean[];

const all = 2 ** organisations.length;

/** The organisations of a group. */
export const membersOf = (group: number): Organisation[] =>
  organisations.filter((_, at) => (group >> at) & 1);

/** The number of a group. */
export const groupOf = (members: readonly Organisation[]): number =>
  organisations.reduce((sum, who, at) => sum + (members.includes(who) ? 2 ** at : 0), 0);

const everyGroup = Array.from({ length: all }, (_, group) => new Set(membersOf(group)));

/** Asks a policy about every group there is. */
export const enoughBy = (policy: Policy<Organisation>): Enough =>
  everyGroup.map((members) => approves(policy, members));

const bits = organisations.map((_, at) => 2 ** at);

/** The groups that are enough and would not be with one member fewer. */
export const smallest = (enough: Enough): number[] =>
  [...enough.keys()].filter(
    (group) => enough[group] && bits.every((bit) => !(group & bit) || !enough[group ^ bit]),
  );

/** The groups that are not enough and would be with anybody more. */
export const largestShort = (enough: Enough): number[] =>
  [...enough.keys()].filter(
    (group) => !enough[group] && bits.every((bit) => group & bit || enough[group | bit]),
  );

/** Those whose signature can make a difference. */
export const thoseWhoMatter = (enough: Enough): Organisation[] =>
  membersOf(smallest(enough).reduce((a, b) => a | b, 0));

/** Those without whom nothing is ever enough. */
export const thoseWhoCanStop = (enough: Enough): Organisation[] =>
  organisations.filter((who) => !enough[all - 1 - groupOf([who])]);

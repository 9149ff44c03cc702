import type { Enough } from './groups';
import { groupOf } from './groups';
import {
  type Channel,
  cellName,
  type Organisation,
  organisations,
  policyName,
  purposes,
  type Right,
  the,
  titled,
  together,
} from './roster';

/** Something that the rulebook has to allow, or must not. */
export type Need =
  | { kind: 'may' | 'may-not'; right: Right; who: Organisation; channel: Channel }
  | { kind: 'all-read'; but: Organisation; channel: Channel }
  | { kind: 'writers-read'; channel: Channel }
  | { kind: 'enough' | 'not-enough'; by: Organisation[]; channel: Channel };

/** A rulebook as it stands: the rights that are ticked, and each policy that can be read. */
export type Rulebook = {
  has: (right: Right, who: Organisation, channel: Channel) => boolean;
  enough: (channel: Channel) => Enough | null;
  /** Those whose signature can make a difference in a channel; nobody where its policy cannot be read. */
  signers: (channel: Channel) => readonly Organisation[];
};

/** Those who signed, as the subject of “are enough”. */
function signatures(by: readonly Organisation[]): string {
  const missing = organisations.filter((who) => !by.includes(who));
  if (missing.length === 1) return `the signatures of everybody but ${together(missing)} are`;
  return by.length === 1
    ? `the signature of ${together(by)} alone is`
    : `the signatures of ${together(by)} are`;
}

/** A need in plain words. */
export function sentence(need: Need): string {
  const channel = titled(need.channel);
  switch (need.kind) {
    case 'may':
      return need.right === 'read'
        ? `${titled(the(need.who))} has to read ${channel}, ${purposes[need.who]}.`
        : `${titled(the(need.who))} has to write in ${channel}.`;
    case 'may-not':
      return `${titled(the(need.who))} must not ${need.right === 'read' ? 'read' : 'write in'} ${channel}.`;
    case 'all-read':
      return `Everybody but ${the(need.but)} has to read ${channel}.`;
    case 'writers-read':
      return `Whoever writes in ${channel} has to read it.`;
    case 'enough':
      return `In ${channel}, ${signatures(need.by)} enough.`;
    case 'not-enough':
      return `In ${channel}, ${signatures(need.by)} not enough.`;
  }
}

/** The first field by which a need is not met; null where it is met. */
export function unmetAt(need: Need, { has, enough }: Rulebook): string | null {
  const { channel } = need;
  const unread = (whos: readonly Organisation[]) => {
    const who = whos.find((one) => !has('read', one, channel));
    return who ? cellName('read', who, channel) : null;
  };
  switch (need.kind) {
    case 'may':
    case 'may-not':
      return has(need.right, need.who, channel) === (need.kind === 'may')
        ? null
        : cellName(need.right, need.who, channel);
    case 'all-read':
      return unread(organisations.filter((who) => who !== need.but));
    case 'writers-read':
      return unread(organisations.filter((who) => has('write', who, channel)));
    case 'enough':
    case 'not-enough':
      return enough(channel)?.[groupOf(need.by)] === (need.kind === 'enough') ? null : policyName(channel);
  }
}

/** Whether a need asks for a right, by what else stands in the rulebook. */
export function asksFor(need: Need, right: Right, who: Organisation, { has }: Rulebook): boolean {
  if (need.kind === 'may') return need.right === right && need.who === who;
  if (right !== 'read') return false;
  if (need.kind === 'all-read') return need.but !== who;
  return need.kind === 'writers-read' && has('write', who, need.channel);
}

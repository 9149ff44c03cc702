import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../labs/digest';
import {
  hear,
  isCommitted,
  isPrepared,
  type Kind,
  type Replica,
  type Setting,
  silence,
} from '../labs/pbft/machine';
import { approves, readPolicy } from '../labs/rulebook/policy';
import { drawsFrom } from '../labs/seeded';
import { type NetworkSetup, type Organisation, organisations } from './setup';

/** One thing that happens: somebody signs, or a message reaches somebody, or is lost. */
export type NetworkEvent = {
  phase: 'sign' | Kind;
  from: number;
  /** Null where somebody signs an entry, or does not. */
  to: number | null;
  /** 0 is the entry that was proposed; 1 is another one, which a liar makes up. */
  says: 0 | 1;
  arrives: boolean;
  outcome: string;
};

/** A network after so many events: what each knows of the order. */
export type NetworkState = {
  events: readonly NetworkEvent[];
  /** Who has signed the entry. */
  signed: ReadonlySet<number>;
  replicas: readonly Replica[];
};

/** All that happens in a network, with the states before the first event and after each. */
export type Simulation = {
  setting: Setting;
  /** The digests of the entry and of what a liar makes up, four digits each. */
  digests: readonly [string, string];
  states: readonly NetworkState[];
  /** Whether the signatures are enough, and if not, why the entry is not ordered. */
  endorsed: boolean;
  why: string;
};

type Pending = { kind: Kind; from: number; to: number; says: 0 | 1; late: boolean };

/** 2f + 1, of which at most f may lie in 3f + 1. */
const quorumOf = (size: number): number => 2 * Math.floor((size - 1) / 3) + 1;

/**
 * Plays an entry through a network: it is signed by the members of its channel until their signatures are enough by
 * the policy, and then ordered by PBFT. Nothing is drawn but by the seed, so the same setup plays the same way.
 */
export function simulate(setup: NetworkSetup): Simulation {
  const { size, primary, faults, apart } = setup;
  const draws = drawsFrom(utf8ToBytes(setup.seed), 'network');
  const digests = [
    fingerprint(`entry ${setup.seed}`).slice(0, 4),
    fingerprint(`another ${setup.seed}`).slice(0, 4),
  ] as const;
  const setting: Setting = { replicas: size, primary, liar: -1, quorum: quorumOf(size) };
  const members = organisations.slice(0, size);
  const numbers = members.map((_, at) => at);
  const reaches = (from: number, to: number) => apart[from] === apart[to];

  let state: NetworkState = { events: [], signed: new Set(), replicas: silence(setting) };
  const states = [state];
  const add = (event: NetworkEvent, change: Partial<NetworkState> = {}) => {
    state = { ...state, ...change, events: [...state.events, event] };
    states.push(state);
  };

  // The first member of the channel that works asks the others for their signatures.
  const asker = numbers.find((at) => setup.inChannel[at] && faults[at] !== 'crash') ?? 0;
  const askees = [...numbers.filter((at) => setup.inChannel[at])].sort(
    (a, b) => Number(faults[a] === 'delay') - Number(faults[b] === 'delay'),
  );
  const policy = readPolicy<Organisation>(setup.policy, members);
  const isPolicy = policy.kind !== 'problem';
  const enough = () =>
    isPolicy && approves(policy, new Set([...state.signed].map((at) => members[at] as Organisation)));
  for (const at of askees) {
    if (enough()) break;
    const sign = { phase: 'sign', from: at, to: null, says: faults[at] === 'lie' ? 1 : 0 } as const;
    if (faults[at] === 'crash') add({ ...sign, arrives: false, outcome: 'Nothing comes.' });
    else if (!reaches(at, asker))
      add({ ...sign, arrives: false, outcome: 'The line is cut: the entry never gets there.' });
    else if (faults[at] === 'lie')
      add({ ...sign, arrives: true, outcome: 'It has signed another entry, so it does not count.' });
    else add({ ...sign, arrives: true, outcome: 'Signed.' }, { signed: new Set([...state.signed, at]) });
  }
  if (!isPolicy) return { setting, digests, states, endorsed: false, why: policy.says };
  if (!enough())
    return {
      setting,
      digests,
      states,
      endorsed: false,
      why: 'The signatures are not enough by the policy, so nobody orders the entry.',
    };

  const pending: Pending[] = [];
  const sent = new Set<string>();
  /** Sends something to all others, once; a liar tells one half of them this and the other half that. */
  const send = (kind: Kind, from: number, says: 0 | 1) => {
    if (faults[from] === 'crash' || sent.has(`${kind} ${from}`)) return;
    sent.add(`${kind} ${from}`);
    const late = faults[from] === 'delay';
    for (const [place, to] of numbers.filter((at) => at !== from).entries()) {
      const other = faults[from] === 'lie' && place % 2 === 1 ? 1 : 0;
      pending.push({ kind, from, to, says: faults[from] === 'lie' ? other : says, late });
    }
    const message = { kind, from, to: [], digest: digests[says] };
    const own = state.replicas.map((replica, at) =>
      at === from ? hear(setting, replica, message) : replica,
    );
    state = { ...state, replicas: own };
    states[states.length - 1] = state;
  };
  /** What somebody says once they know more. */
  const react = (at: number) => {
    const replica = state.replicas[at];
    if (!replica?.accepted) return;
    const says = replica.accepted === digests[1] ? 1 : 0;
    if (at !== primary) send('prepare', at, says);
    const now = state.replicas[at];
    if (now && isPrepared(setting, now)) send('commit', at, says);
  };

  send('pre-prepare', primary, 0);
  while (pending.length > 0) {
    const onTime = pending.filter(({ late }) => !late);
    const from = onTime.length > 0 ? onTime : pending;
    const next = draws.pick(from);
    pending.splice(pending.indexOf(next), 1);
    const { kind, to, says } = next;
    const event = { phase: kind, from: next.from, to, says } as const;
    if (!reaches(next.from, to)) add({ ...event, arrives: false, outcome: 'Lost: the line is cut.' });
    else if (faults[to] === 'crash') add({ ...event, arrives: false, outcome: 'Nobody is there.' });
    else {
      const before = state.replicas[to];
      const message = { kind, from: next.from, to: [to], digest: digests[says] };
      const replicas = state.replicas.map((replica, at) =>
        at === to ? hear(setting, replica, message) : replica,
      );
      const after = replicas[to];
      add({ ...event, arrives: true, outcome: outcomeOf(setting, before, after) }, { replicas });
      react(to);
    }
  }
  return { setting, digests, states, endorsed: true, why: '' };
}

/** What a message has brought to whoever got it. */
function outcomeOf(setting: Setting, before: Replica | undefined, after: Replica | undefined): string {
  if (!before || !after) return '';
  if (isCommitted(setting, after) && !isCommitted(setting, before)) return `It commits ${after.accepted}.`;
  if (isPrepared(setting, after) && !isPrepared(setting, before))
    return `It is prepared for ${after.accepted}.`;
  if (after.accepted !== before.accepted) return `It takes ${after.accepted} as the proposal.`;
  return 'Noted.';
}

/** What has become of a network at the end: nothing, a block for all who work, a block for some, or two blocks. */
export type Ending = { kind: 'not-ordered' | 'agreed' | 'stalled' | 'split'; says: string };

/** How it ended. Only those who work are counted: a liar may say that it has committed anything. */
export function endingOf({ states, setting, endorsed, why }: Simulation, setup: NetworkSetup): Ending {
  if (!endorsed) return { kind: 'not-ordered', says: why };
  const last = states.at(-1);
  const honest = (last?.replicas ?? []).filter((_, at) => ['none', 'delay'].includes(setup.faults[at] ?? ''));
  const committed = honest.filter((replica) => isCommitted(setting, replica));
  const blocks = new Set(committed.map(({ accepted }) => accepted));
  if (blocks.size > 1)
    return {
      kind: 'split',
      says: `Two blocks stand at the same height: ${[...blocks].join(' and ')}. More lie than the ${Math.floor((setting.replicas - 1) / 3)} that ${setting.replicas} members can bear.`,
    };
  if (committed.length === honest.length)
    return { kind: 'agreed', says: `All ${honest.length} who work have committed ${[...blocks][0]}.` };
  return {
    kind: 'stalled',
    says:
      committed.length === 0
        ? `Nobody has committed: ${setting.quorum} voices that say the same are needed, and there are not so many. A real network would now choose another primary.`
        : `${committed.length} of ${honest.length} who work have committed, and nobody has committed anything else. The others catch up once they hear from them.`,
  };
}

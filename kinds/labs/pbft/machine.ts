/** What replicas say to each other about one request, in the three rounds of PBFT. */
export type Kind = 'pre-prepare' | 'prepare' | 'commit';

/** One message to some of the others; whoever sends it keeps it, too. */
export type Message = { kind: Kind; from: number; to: readonly number[]; digest: string };

/** Who takes part in one view: replicas are numbered from 0, and one of them may say what it likes. */
export type Setting = {
  replicas: number;
  primary: number;
  liar: number;
  /** How many have to say the same: 2f + 1 of 3f + 1. */
  quorum: number;
};

type Heard = { kind: Kind; from: number; digest: string };

/** What one replica knows. */
export type Replica = {
  /** The digest of the first pre-prepare that it had from the primary; no other is accepted after it. */
  accepted: string | null;
  /** What it sent and what it had from others, each once. */
  log: readonly Heard[];
};

export type State = readonly Replica[];

/** Why a replica that follows the protocol would not have sent a message. */
export type Broken = { code: `E_${string}`; says: string };

/** Nobody has said anything. */
export const silence = ({ replicas }: Setting): State =>
  Array.from({ length: replicas }, () => ({ accepted: null, log: [] }));

/** How many different replicas said this to the one that knows it, as far as that one agrees. */
const voices = ({ log, accepted }: Replica, kind: Kind): number =>
  new Set(log.filter((heard) => heard.kind === kind && heard.digest === accepted).map(({ from }) => from))
    .size;

/**
 * Whether a replica is prepared: it has the pre-prepare, and 2f prepares from different replicas that match it. The
 * primary's pre-prepare is its voice, so with it they are a quorum. Source: Castro and Liskov, Practical Byzantine
 * Fault Tolerance, 1999, section 4.2.
 */
export const isPrepared = ({ quorum }: Setting, replica: Replica): boolean =>
  replica.accepted !== null && voices(replica, 'prepare') >= quorum - 1;

/** Whether it has committed: it is prepared, and a quorum, itself included, has sent commits that match. */
export const isCommitted = (setting: Setting, replica: Replica): boolean =>
  isPrepared(setting, replica) && voices(replica, 'commit') >= setting.quorum;

/** Why one that follows the protocol would not send this now; null where it would. Nobody else can be held to it. */
function broken(setting: Setting, state: State, { kind, from, to, digest }: Message): Broken | null {
  if (kind === 'pre-prepare' && from !== setting.primary)
    return {
      code: 'E_NOT_PRIMARY',
      says: `replica ${from} is not the primary, so nobody takes its pre-prepare.`,
    };
  const replica = state[from];
  if (!replica || from === setting.liar) return null;
  if (to.length < setting.replicas - 1)
    return { code: 'E_NOT_TO_ALL', says: `replica ${from} is honest, and says what it says to all.` };
  const said = replica.log.find((heard) => heard.from === from && heard.kind === kind);
  if (said && said.digest !== digest)
    return {
      code: 'E_EQUIVOCATES',
      says: `replica ${from} is honest, and has already said ${said.digest} in this round.`,
    };
  if (kind === 'prepare' && from === setting.primary)
    return { code: 'E_PRIMARY_PREPARES', says: 'the primary has said its part with the pre-prepare.' };
  if (kind === 'prepare' && replica.accepted !== digest)
    return {
      code: 'E_NO_PREPREPARE',
      says: `replica ${from} has no pre-prepare for ${digest} that it accepted.`,
    };
  if (kind === 'commit' && !(isPrepared(setting, replica) && replica.accepted === digest))
    return {
      code: 'E_NOT_PREPARED',
      says: `replica ${from} is not prepared for ${digest}: count the prepares that it has by now.`,
    };
  return null;
}

/** What a replica knows once it has a message. */
export function hear({ primary }: Setting, replica: Replica, { kind, from, digest }: Message): Replica {
  const known = replica.log.some(
    (heard) => heard.kind === kind && heard.from === from && heard.digest === digest,
  );
  if (known) return replica;
  const takes = kind === 'pre-prepare' && from === primary && replica.accepted === null;
  return { accepted: takes ? digest : replica.accepted, log: [...replica.log, { kind, from, digest }] };
}

/** The state after a message, which leaves the one before as it was; or why nobody would have sent it. */
export function step(setting: Setting, state: State, message: Message): State | Broken {
  return (
    broken(setting, state, message) ??
    state.map((replica, at) =>
      at === message.from || message.to.includes(at) ? hear(setting, replica, message) : replica,
    )
  );
}

export const isBroken = (result: State | Broken): result is Broken => !Array.isArray(result);

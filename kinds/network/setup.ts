/** Organisations of the network to play with, in the order in which they join it. */
export const organisations = [
  'bank',
  'buyer',
  'supplier',
  'carrier',
  'customs',
  'regulator',
  'auditor',
] as const;
export type Organisation = (typeof organisations)[number];

/** What can be wrong with one of them. */
export const faults = ['none', 'crash', 'delay', 'lie'] as const;
export type Fault = (typeof faults)[number];

export const faultWords: Record<Fault, string> = {
  none: 'works',
  crash: 'says nothing',
  delay: 'is late',
  lie: 'says one thing to some and another to others',
};

/** A network as it is set up: all of it stands in the address of its page. */
export type NetworkSetup = {
  /** How many of the organisations take part: 4 to 7. */
  size: number;
  /** Which one proposes the order: its number, from 0. */
  primary: number;
  faults: readonly Fault[];
  /** Who is on the other side of a line that is cut. */
  apart: readonly boolean[];
  /** Who is in the channel, and keeps what is written in it. */
  inChannel: readonly boolean[];
  /** Whose signatures an entry needs before it is ordered. */
  policy: string;
  /** From which the order of messages is drawn. */
  seed: string;
};

const usualPolicy = '2 of (Bank, Buyer, Supplier)';
const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

function whole(text: string, least: number, most: number, usual: number): number {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : usual;
}

/** What an address says; what it does not say, or says wrongly, is as usual. */
export function setupOf(query: Readonly<Record<string, string | string[] | undefined>>): NetworkSetup {
  const of = (name: string) => first(query[name]);
  const size = whole(of('size'), 4, organisations.length, 4);
  const members = organisations.slice(0, size);
  const anyIn = members.some((name) => of(`in-${name}`) === 'yes');
  return {
    size,
    primary: whole(of('primary'), 0, size - 1, 0),
    faults: members.map((name) => faults.find((fault) => fault === of(`fault-${name}`)) ?? 'none'),
    apart: members.map((name) => of(`apart-${name}`) === 'yes'),
    inChannel: members.map((name) => !anyIn || of(`in-${name}`) === 'yes'),
    policy: (query.policy === undefined ? usualPolicy : of('policy')).slice(0, 160),
    seed:
      of('seed')
        .replace(/[^a-z0-9]/gi, '')
        .slice(0, 16) || 'first',
  };
}

/** A network in which nothing is wrong and all are in the channel, but for what is told. */
export const networkOf = ({
  size,
  ...told
}: Pick<NetworkSetup, 'size'> & Partial<NetworkSetup>): NetworkSetup => ({
  size,
  primary: 0,
  faults: Array<Fault>(size).fill('none'),
  apart: Array<boolean>(size).fill(false),
  inChannel: Array<boolean>(size).fill(true),
  policy: usualPolicy,
  seed: 'first',
  ...told,
});

/** The address of a network at a step; what is as usual is left out. */
export function addressOf(setup: NetworkSetup, step: number): string {
  const query = new URLSearchParams({ size: String(setup.size), primary: String(setup.primary) });
  for (const [at, name] of organisations.slice(0, setup.size).entries()) {
    const fault = setup.faults[at] ?? 'none';
    if (fault !== 'none') query.set(`fault-${name}`, fault);
    if (setup.apart[at]) query.set(`apart-${name}`, 'yes');
    if (setup.inChannel[at]) query.set(`in-${name}`, 'yes');
  }
  query.set('policy', setup.policy);
  query.set('seed', setup.seed);
  query.set('step', String(step));
  return `/network?${query}`;
}

/** The name of an organisation as it stands in a sentence. */
export const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What a member is asked about in a form: what is wrong with it, where that may be nothing. */
export const faultChoices: readonly { fault: Fault; label: string }[] = faults.map((fault) => ({
  fault,
  label: fault === 'none' ? 'nothing' : faultWords[fault],
}));

/** The ways through the events of a network from a step; `to` is null where there is nothing further that way. */
export function waysFrom(step: number, last: number): { label: string; to: number | null }[] {
  const back = (to: number) => (step > 0 ? to : null);
  const on = (to: number) => (step < last ? to : null);
  return [
    { label: 'Start', to: back(0) },
    { label: 'Back', to: back(step - 1) },
    { label: 'Step', to: on(step + 1) },
    { label: 'Five steps', to: on(Math.min(last, step + 5)) },
    { label: 'End', to: on(last) },
  ];
}

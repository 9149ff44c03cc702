/** The organisations of the consortium, in the order of every table. */
export const organisations = ['bank', 'buyer', 'supplier', 'carrier', 'customs', 'regulator'] as const;
export type Organisation = (typeof organisations)[number];

/** The channels of its network: data that is shared apart from each other. */
export const channels = ['orders', 'cargo', 'duties', 'bills', 'loans'] as const;
export type Channel = (typeof channels)[number];

export const rights = ['read', 'write'] as const;
export type Right = (typeof rights)[number];

/** A name as a title has it. */
export const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** An organisation within a sentence. */
export const the = (who: Organisation): string => (who === 'customs' ? 'Customs' : `the ${titled(who)}`);

/** Several of them within a sentence: “the Bank, the Buyer and Customs”. */
export const together = (whos: readonly Organisation[]): string => {
  const names = whos.map(the);
  const last = names.pop() ?? 'nobody';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
};

/** What is kept in each channel. */
export const holds: Record<Channel, string> = {
  orders: 'what was ordered, and when it is due',
  cargo: 'what is under way, and where',
  duties: 'what was declared at the border, and what is owed for it',
  bills: 'what was delivered and is not paid yet',
  loans: 'what was lent against which bill',
};

/** What each of them reads for. */
export const purposes: Record<Organisation, string> = {
  bank: 'to weigh a credit',
  buyer: 'to plan its stock',
  supplier: 'to plan its work',
  carrier: 'to plan its trips',
  customs: 'to prepare its checks',
  regulator: 'to watch over the market',
};

/** The field of one right of one organisation in one channel. */
export const cellName = (right: Right, who: Organisation, channel: Channel) => `${right}.${who}.${channel}`;

/** The field of the policy of one channel. */
export const policyName = (channel: Channel) => `policy.${channel}`;

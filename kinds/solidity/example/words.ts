/** A call of the example contract: who makes it, of which function, with how much of the smallest unit of money. */
export type DepositCall = { who: 'ada' | 'ben'; what: 'putIn' | 'takeOut'; amount: string };

/** What stands on the chain, in decimal digits. */
export type DepositState = { held: string; contract: string; ada: string; ben: string };

/** What came of a call. */
export type CallReport = {
  says: string;
  /** How it was refused; null where it went through. */
  refused: string | null;
  /** What the whole transaction took. */
  gas: number;
  events: readonly string[];
  /** The lines of the source that it went through. */
  lines: readonly { line: number; text: string }[];
  after: DepositState;
};

/** A chain with the example contract on it. */
export type DepositChain = { call: (call: DepositCall) => Promise<CallReport>; begins: DepositState };

/** The most that somebody puts in or takes out at once; each has a thousand. */
export const mostAmount = 10_000;

/** Whether this can be sent: whole, and not below nothing. */
export const isAmount = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= mostAmount;

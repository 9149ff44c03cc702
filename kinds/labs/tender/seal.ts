import { fingerprint } from '../digest';

/** What is revealed of a sealed bid: `bid|salt|tender`, the bid in whole coins, the salt as hexadecimal digits. */
export const opening = (bid: number | string, salt: string, tender: string): string =>
  `${bid}|${salt}|${tender}`;

/** What is committed to: SHA-256 of the opening, as hexadecimal digits. */
export const seal = (bid: number | string, salt: string, tender: string): string =>
  fingerprint(opening(bid, salt, tender));

/** The broken way: SHA-256 of `bid|tender`, with nothing in it that has to be guessed but the bid. */
export const bareSeal = (bid: number | string, tender: string): string => fingerprint(`${bid}|${tender}`);

/** Every bid from the least to the most, a step apart. */
export const possibleBids = ({ least, step, count }: Range): number[] =>
  Array.from({ length: count }, (_, at) => least + at * step);

export type Range = { least: number; step: number; count: number };

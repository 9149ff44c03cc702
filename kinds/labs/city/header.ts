import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';
import { rootFrom } from '../merkle/tree';

/** The head of a block: what its validators sign. Digests are hexadecimal digits. */
export type Header = {
  chain: string;
  height: number;
  /** The hash of the header before. */
  previous: string;
  /** The hash of the list of validators that it goes by. */
  validators: string;
  /** The root of the tree over the records of the block. */
  root: string;
};

export type Signature = { key: string; signature: string };

/** A record of another city, with all that is said to prove it. */
export type Received = {
  text: string;
  header: Header;
  signatures: Signature[];
  /** Its place among the records of the block, and the digests beside its way to the root, the lowest first. */
  index: number;
  path: string[];
};

export type Office = { name: string; key: string };

/** The offices that are validators in one term. */
export type ValidatorSet = { term: number; offices: Office[] };

/** The text of a header, a line for each of its parts: this is hashed, and this is signed. */
export const headerText = ({ chain, height, previous, validators, root }: Header): string =>
  `chain ${chain}\nheight ${height}\nprevious ${previous}\nvalidators ${validators}\nroot ${root}`;

export const headerHash = (header: Header): string => fingerprint(headerText(header));

/** The hash of a list of validators: of their keys, a line each, in the order of the list. */
export const setHash = ({ offices }: ValidatorSet): string =>
  fingerprint(offices.map(({ key }) => key).join('\n'));

/** The root that a record and its digests come to, hashed as RFC 9162 says. */
export const rootOf = ({ text, index, path }: Received): string =>
  rootFrom('apart', utf8ToBytes(text), index, path);

/** How many signatures are more than two thirds of a set. */
export const needed = ({ offices }: ValidatorSet): number => Math.floor((2 * offices.length) / 3) + 1;

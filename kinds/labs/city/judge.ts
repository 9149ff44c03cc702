import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type Header,
  headerHash,
  headerText,
  needed,
  type Received,
  rootOf,
  type Signature,
  setHash,
  type ValidatorSet,
} from './header';

/** What becomes of a record: it is accepted, or refused for the first of five tests that it fails. */
export const verdicts = ['accept', 'height', 'link', 'validators', 'signatures', 'proof'] as const;
export type CityVerdict = (typeof verdicts)[number];

/** Whether a signature is one of a header by a key: Ed25519 as in RFC 8032, whoever the key may belong to. */
export const fits = (header: Header, { key, signature }: Signature): boolean =>
  ed25519.verify(hexToBytes(signature), utf8ToBytes(headerText(header)), hexToBytes(key), { zip215: false });

/** How many validators of a set have signed a header: a validator counts once. */
export function countOf({ header, signatures }: Received, { offices }: ValidatorSet): number {
  return offices.filter(({ key }) => signatures.some((one) => one.key === key && fits(header, one))).length;
}

/** Puts a record that so many have signed to the five tests, in their order, after the last accepted header. */
export function judged(received: Received, count: number, last: Header, set: ValidatorSet): CityVerdict {
  const { header } = received;
  if (header.height <= last.height) return 'height';
  if (header.previous !== headerHash(last)) return 'link';
  if (header.validators !== setHash(set)) return 'validators';
  if (count < needed(set)) return 'signatures';
  return rootOf(received) === header.root ? 'accept' : 'proof';
}

import { fingerprint } from '../digest';

/** One block of the ledger: what an organisation wrote and signed, the hash of the block before, and its own. */
export type Block = {
  number: number;
  previous: string;
  by: string;
  says: string;
  signature: string;
  hash: string;
};

/** What an organisation signs of a block. */
export type Entry = Pick<Block, 'number' | 'by' | 'says'>;

/** Ways in which a block can have been tampered with, each told by other signs. */
export const tamperings = ['edited', 'rehashed', 'swapped', 'forged'] as const;
export type Tampering = (typeof tamperings)[number];
/** What an audit says of one block. */
export type Finding = Tampering | 'sound';

/** The link of the first block, which has none before it. */
export const noBlock = '0'.repeat(64);

/** The hash that a block should have, of all of it but its hash. */
export const hashOf = ({ number, previous, by, says, signature }: Omit<Block, 'hash'>): string =>
  fingerprint(`${number}|${previous}|${by}|${says}|${signature}`);

/** A block with the hash that fits what it says now. */
export const hashed = (block: Omit<Block, 'hash'>): Block => ({ ...block, hash: hashOf(block) });

/** Links and hashes a block and all after it anew, as who holds every copy can. */
export function relinked(blocks: readonly Block[], from: number): Block[] {
  const made = blocks.slice(0, from);
  for (const block of blocks.slice(from))
    made.push(hashed({ ...block, previous: made.at(-1)?.hash ?? noBlock }));
  return made;
}

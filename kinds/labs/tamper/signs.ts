import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Block, type Entry, hashOf, noBlock } from './ledger';

/** What is signed of a block: neither its link nor its hash, so it stays signed wherever it is put. */
export const signed = ({ number, by, says }: Entry) => utf8ToBytes(`${number}|${by}|${says}`);

/** Whether a block is signed with the key of the organisation that it names, in hexadecimal digits. */
const isSigned = (block: Block, key: string): boolean =>
  ed25519.verify(hexToBytes(block.signature), signed(block), hexToBytes(key), { zip215: false });

/** What fits of one block, as anybody can see who holds the ledger and the public keys. */
export type Signs = { order: boolean; link: boolean; signature: boolean; hash: boolean };

/**
 * What fits of each block. A sign tells where something does not fit, and not yet what was done: a link also breaks
 * when the block before it changed.
 * @param keys the public key of each organisation
 */
export const signsOf = (blocks: readonly Block[], keys: Readonly<Record<string, string>>): readonly Signs[] =>
  blocks.map((block, at) => ({
    order: block.number === at + 1,
    link: block.previous === (blocks[at - 1]?.hash ?? noBlock),
    signature: isSigned(block, keys[block.by] ?? ''),
    hash: block.hash === hashOf(block),
  }));

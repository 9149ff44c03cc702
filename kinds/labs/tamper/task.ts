import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { type Block, hashOf, sign, type Tampering, tamperings } from './ledger';

/** A ledger of twelve blocks that came back from an audit, and the public keys of those who write in it. */
export type TamperTask = { keys: Record<string, string>; blocks: Block[] };

const organisations = ['Farm', 'Mill', 'Carrier', 'Inspectorate'];
const deeds = [
  'harvest taken in',
  'milled and weighed',
  'loaded',
  'unloaded',
  'residue test passed',
  'seal checked',
];

/** Places that are far enough from each other that no sign of one is a sign of another. */
const places = [1, 5, 9];

function changed(block: Block): Block {
  const [, kilograms = '0'] = /(\d+) kg/.exec(block.says) ?? [];
  return { ...block, says: block.says.replace(`${kilograms} kg`, `${Number(kilograms) + 90} kg`) };
}

/** Hashes a block and all after it anew, as who holds every copy can. */
function relinked(blocks: readonly Block[], from: number): Block[] {
  const made = blocks.slice(0, from);
  for (const block of blocks.slice(from)) {
    const linked = { ...block, previous: made.at(-1)?.hash ?? block.previous };
    made.push({ ...linked, hash: hashOf(linked) });
  }
  return made;
}

const deedsOf: Record<Tampering, (blocks: Block[], at: number, secret: Uint8Array) => Block[]> = {
  edited: (blocks, at) => blocks.map((block, index) => (index === at ? changed(block) : block)),
  rehashed: (blocks, at) =>
    blocks.map((block, index) => {
      if (index !== at) return block;
      const other = changed(block);
      return { ...other, hash: hashOf(other) };
    }),
  swapped: (blocks, at) => {
    const [one, other] = blocks.slice(at, at + 2);
    return one && other ? [...blocks.slice(0, at), other, one, ...blocks.slice(at + 2)] : blocks;
  },
  // Somebody signs with a key of their own, and has every copy hashed anew.
  forged: (blocks, at, secret) =>
    relinked(
      blocks.map((block, index) =>
        index === at ? { ...changed(block), signature: sign(changed(block), secret) } : block,
      ),
      at,
    ),
};

/** The ledger as it was written, and what was done to it: one to three things. */
export function tamperTask(seed: Uint8Array): TamperTask {
  const draws = drawsFrom(seed, 'tamper');
  const secrets = new Map(organisations.map((name) => [name, hexToBytes(draws.hex(32))]));
  const forger = hexToBytes(draws.hex(32));
  let blocks: Block[] = [];
  for (let number = 1; number <= 12; number += 1) {
    const by = draws.pick(organisations);
    const entry = {
      number,
      by,
      says: `Batch ${draws.hex(2)}: ${draws.pick(deeds)}, ${100 + draws.below(800)} kg`,
    };
    const signature = sign(entry, secrets.get(by) ?? forger);
    const block = { ...entry, previous: blocks.at(-1)?.hash ?? '0'.repeat(64), signature };
    blocks.push({ ...block, hash: hashOf(block) });
  }
  const count = 1 + draws.below(3);
  const at = draws.shuffled(places).slice(0, count);
  // Whoever hashes all that follows does it before others change single blocks.
  const kinds = draws
    .shuffled(tamperings)
    .slice(0, count)
    .sort((a) => (a === 'forged' ? -1 : 1));
  for (const [index, kind] of kinds.entries())
    blocks = deedsOf[kind](blocks, (at[index] ?? 1) + draws.below(2), forger);
  const keys = Object.fromEntries(
    [...secrets].map(([name, secret]) => [name, bytesToHex(ed25519.getPublicKey(secret))]),
  );
  return { keys, blocks };
}

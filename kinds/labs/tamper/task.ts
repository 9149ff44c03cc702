import { hexToBytes } from '@noble/hashes/utils.js';
import { drawsFrom } from '../seeded';
import { type Block, hashed, noBlock, relinked, type Tampering } from './ledger';
import { tamperingsFrom } from './tamperings';
import { type Writer, writerWith } from './writer';

/** A ledger of twelve blocks that comes to be audited, and the public keys of those who write in it. */
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

/** A block that says 90 kg more, with all else of it as it was. */
const heavier = (block: Block): Block => ({
  ...block,
  says: block.says.replace(/(\d+) kg/, (_, kilograms: string) => `${Number(kilograms) + 90} kg`),
});

/** One block of a ledger in another shape. */
const withBlock = (blocks: readonly Block[], at: number, change: (block: Block) => Block): Block[] =>
  blocks.map((block, index) => (index === at ? change(block) : block));

const deedsOf: Record<Tampering, (blocks: Block[], at: number, forger: Writer) => Block[]> = {
  edited: (blocks, at) => withBlock(blocks, at, heavier),
  rehashed: (blocks, at) => withBlock(blocks, at, (block) => hashed(heavier(block))),
  swapped: (blocks, at) => {
    const [one, other] = blocks.slice(at, at + 2);
    return one && other ? [...blocks.slice(0, at), other, one, ...blocks.slice(at + 2)] : blocks;
  },
  // Somebody signs with a key of their own, and has every copy hashed anew.
  forged: (blocks, at, forger) => {
    const forged = (block: Block) => ({ ...heavier(block), signature: forger.sign(heavier(block)) });
    return relinked(withBlock(blocks, at, forged), at);
  },
};

/** The task of one learner: the ledger as it was written, and then what was done to it. */
export function tamperTask(seed: Uint8Array): TamperTask {
  const draws = drawsFrom(seed, 'tamper');
  const writers = organisations.map((by) => ({ by, ...writerWith(hexToBytes(draws.hex(32))) }));
  const forger = writerWith(hexToBytes(draws.hex(32)));
  let blocks: Block[] = [];
  for (let number = 1; number <= 12; number += 1) {
    const { by, sign } = draws.pick(writers);
    const says = `Batch ${draws.hex(2)}: ${draws.pick(deeds)}, ${100 + draws.below(800)} kg`;
    const signature = sign({ number, by, says });
    blocks.push(hashed({ number, previous: blocks.at(-1)?.hash ?? noBlock, by, says, signature }));
  }
  for (const { at, kind } of tamperingsFrom(seed)) blocks = deedsOf[kind](blocks, at, forger);
  return { keys: Object.fromEntries(writers.map(({ by, key }) => [by, key])), blocks };
}

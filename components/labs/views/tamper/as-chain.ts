import { type Block, type Finding, hashOf } from '@/kinds/labs/tamper/ledger';
import type { Signs } from '@/kinds/labs/tamper/signs';
import type { ChainBlock } from '../../visuals/chain';

/** What somebody calls a block, beside its drawing. */
const marks: Record<Finding, string | null> = {
  sound: null,
  edited: 'You: edited',
  rehashed: 'You: hashed anew',
  swapped: 'You: swapped',
  forged: 'You: forged',
};

const isFinding = (value: unknown): value is Finding =>
  typeof value === 'string' && Object.hasOwn(marks, value);

/** A block of the ledger as it is drawn, with what does not fit; `at` is its place, from 0. */
export const asChainBlock = (block: Block, signs: Signs, at: number, finding?: unknown): ChainBlock => ({
  title: `Place ${at + 1} · ${block.by}`,
  says: block.says,
  mark: isFinding(finding) ? marks[finding] : null,
  problem: signs.order ? null : `It has number ${block.number}, and stands at place ${at + 1}`,
  cells: [
    {
      label: 'Link',
      value: block.previous,
      problem: signs.link ? null : 'not the hash of the block above',
    },
    {
      label: 'Signature',
      value: block.signature,
      problem: signs.signature ? null : `not by the ${block.by}’s key`,
    },
    {
      label: 'Hash',
      value: block.hash,
      problem: signs.hash ? null : `what stands here gives ${hashOf(block).slice(0, 8)}…`,
    },
  ],
});

'use client';

import { useMemo } from 'react';
import { fieldAt, tamperCheck } from '@/kinds/labs/tamper/check';
import { type Block, hashOf } from '@/kinds/labs/tamper/ledger';
import { signsOf } from '@/kinds/labs/tamper/signs';
import type { TamperTask } from '@/kinds/labs/tamper/task';
import type { LabDrawing, LabView } from '../view';
import { Chain } from '../visuals/chain';
import { Digest } from '../visuals/digest';
import { asChainBlock } from './tamper/as-chain';
import { Bench } from './tamper/bench';

/** Everything that stands in a block, whole, and what that hashes to. */
const factsOf = (block: Block): { name: string; value: string; digest?: true }[] => [
  { name: 'Number', value: String(block.number) },
  { name: 'Link', value: block.previous, digest: true },
  { name: 'Writer', value: block.by },
  { name: 'Text', value: block.says },
  { name: 'Signature', value: block.signature, digest: true },
  { name: 'Hash that is written in it', value: block.hash, digest: true },
  { name: 'What all but its hash hashes to now', value: hashOf(block), digest: true },
];

function Facts({ block }: { block: Block }) {
  return (
    <dl className="lab-facts">
      {factsOf(block).map(({ name, value, digest }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{digest ? <Digest of={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The ledger with the signs of each block and what its auditor says of it, and a copy to tamper with. */
function Drawing({ task, values, set }: LabDrawing<TamperTask>) {
  const { blocks, keys } = task;
  // Twelve signatures are too much to look at for each letter that is typed.
  const signs = useMemo(() => signsOf(blocks, keys), [blocks, keys]);
  return (
    <>
      <h4>The ledger</h4>
      <Chain
        label="Twelve blocks, and which of their signs do not fit"
        blocks={blocks.flatMap((block, at) => {
          const sign = signs[at];
          return sign ? [asChainBlock(block, sign, at, values[fieldAt(at)])] : [];
        })}
      />
      <h4>Each block, whole</h4>
      <ol className="lab-copies">
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is what it is
          <li key={at}>
            <details>
              <summary>
                Place {at + 1} <Digest of={block.hash} short />
              </summary>
              <Facts block={block} />
            </details>
          </li>
        ))}
      </ol>
      <details>
        <summary>The public keys of the four organisations</summary>
        <dl className="lab-facts">
          {Object.entries(keys).map(([name, key]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Digest of={key} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {set && <Bench task={task} />}
    </>
  );
}

export const view: LabView<TamperTask> = { check: tamperCheck, Drawing };

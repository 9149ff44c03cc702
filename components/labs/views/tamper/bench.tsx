'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { hashed, relinked } from '@/kinds/labs/tamper/ledger';
import { signsOf } from '@/kinds/labs/tamper/signs';
import type { TamperTask } from '@/kinds/labs/tamper/task';
import { Chain } from '../../visuals/chain';
import { asChainBlock } from './as-chain';

/** A copy of the ledger that somebody may tamper with, to see which sign breaks where. Nothing of it is kept. */
export function Bench({ task: { blocks: original, keys } }: { task: TamperTask }) {
  const id = useId();
  const [blocks, setBlocks] = useState(original);
  const [at, setAt] = useState(0);
  const block = blocks[at];
  if (!block) return null;
  const signs = signsOf(blocks, keys);
  const shown = blocks.flatMap((one, place) => {
    const sign = signs[place];
    return sign && place >= at && place <= at + 2 ? [asChainBlock(one, sign, place)] : [];
  });
  const put = (changed: typeof block) =>
    setBlocks(blocks.map((one, place) => (place === at ? changed : one)));
  return (
    <section className="lab-bench" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`}>Tamper with a copy of your own</h4>
      <p>What you do here changes neither the ledger above nor your answer.</p>
      <label>
        Block
        <select value={at} onChange={(event) => setAt(Number(event.target.value))}>
          {blocks.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is what it is
            <option key={place} value={place}>
              Place {place + 1}, {one.by}
            </option>
          ))}
        </select>
      </label>
      <label>
        Its text
        <input
          value={block.says}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => put({ ...block, says: event.target.value })}
          // It stands in the form of the lab, which is not handed in from here.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </label>
      <div className="lab-bench-acts">
        <Button type="button" look="secondary" onClick={() => put(hashed(block))}>
          Hash this block anew
        </Button>
        <Button type="button" look="secondary" onClick={() => setBlocks(relinked(blocks, at))}>
          Link and hash all from here on
        </Button>
        <Button type="button" look="quiet" onClick={() => setBlocks(original)}>
          Put the copy back
        </Button>
      </div>
      <Chain blocks={shown} label="The block in your copy, and what follows it" />
    </section>
  );
}

import { fingerprint } from '@/kinds/labs/digest';
import { headsOf, zerosWith } from '@/kinds/labs/mine/block';
import { mineCheck } from '@/kinds/labs/mine/check';
import type { MineTask } from '@/kinds/labs/mine/task';
import type { LabDrawing, LabView } from '../view';
import { Chain, type ChainBlock } from '../visuals/chain';
import { Miner } from './mine/miner';

const bitsOf = (count: number) => `${count} ${count === 1 ? 'bit' : 'bits'} of zero`;

/** A block with a nonce as it stands in the form, and whether its hash begins with enough zeros. */
function mined(title: string, link: string, head: string, nonce: string, needed: number): ChainBlock {
  const zeros = zerosWith(head, nonce);
  const isMined = nonce !== '' && zeros >= needed;
  return {
    title,
    fits: isMined ? `${bitsOf(zeros)}, and ${needed} are needed` : null,
    note: nonce === '' ? `No nonce yet; ${bitsOf(needed)} are needed` : null,
    cells: [
      { label: 'Link', value: link },
      { label: 'Nonce', value: nonce },
      {
        label: 'Hash',
        value: nonce === '' ? '' : fingerprint(`${head}${nonce}`),
        problem: nonce === '' || isMined ? null : `${bitsOf(zeros)}, and ${needed} are needed`,
      },
    ],
  };
}

/** The two blocks behind the one before them, what is hashed of each, and what searches their nonces. */
function Drawing({ task, values, set }: LabDrawing<MineTask>) {
  const { number, previous, bits } = task;
  const { nonce = '', harder = '' } = values;
  const [head, second] = headsOf(task, nonce);
  const hash = fingerprint(`${head}${nonce}`);
  const isFirstMined = nonce !== '' && zerosWith(head, nonce) >= bits[0];
  const before: ChainBlock = {
    title: `Block ${number - 1}`,
    note: 'Mined before you',
    cells: [
      { label: 'Link', value: '…' },
      { label: 'Nonce', value: '…' },
      { label: 'Hash', value: previous },
    ],
  };
  return (
    <>
      <h4>The chain</h4>
      <Chain
        label="Your two blocks behind the one before them"
        blocks={[
          before,
          mined(`Block ${number}`, previous, head, nonce, bits[0]),
          mined(`Block ${number + 1}`, nonce === '' ? '' : hash, second, harder, bits[1]),
        ]}
      />
      <h4>The heads of the blocks</h4>
      <p>The nonce goes directly behind the last line, without a space.</p>
      <dl className="lab-facts">
        <dt>Head of block {number}</dt>
        <dd>
          <code className="lab-chain-head">{head}</code>
        </dd>
        <dt>Head of block {number + 1}</dt>
        <dd>
          {isFirstMined ? (
            <code className="lab-chain-head">{second}</code>
          ) : (
            `It is known once block ${number} is mined.`
          )}
        </dd>
      </dl>
      {set && (
        <>
          <Miner
            title={`Search the nonce of block ${number}`}
            head={head}
            bits={bits[0]}
            waits={null}
            found={(found) => set({ nonce: String(found) })}
          />
          <Miner
            // Another first block makes another head, and what was tried behind the old one counts no more.
            key={second}
            title={`Search the nonce of block ${number + 1}`}
            head={second}
            bits={bits[1]}
            waits={isFirstMined ? null : `Block ${number} comes first: this one has its hash in it.`}
            found={(found) => set({ harder: String(found) })}
          />
        </>
      )}
    </>
  );
}

export const view: LabView<MineTask> = { check: mineCheck, Drawing };

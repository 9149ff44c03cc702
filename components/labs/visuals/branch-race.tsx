'use client';
import { useState } from 'react';
import { Scrolled } from './scrolled';
import { Stepper } from './stepper';

type Props = {
  /** Whose each block was, in the order in which they were found. */
  blocks: readonly ('public' | 'secret')[];
};

const square = 15;
const room = { left: 4, row: 44 };

const counts = (blocks: Props['blocks']) => ({
  open: blocks.filter((block) => block === 'public').length,
  secret: blocks.filter((block) => block === 'secret').length,
});

/** How far the secret branch is from the public one, in words. */
function distance({ open, secret }: { open: number; secret: number }): string {
  if (secret === open) return 'level';
  return secret < open ? `${open - secret} behind` : `${secret - open} ahead`;
}

/** Two branches that grow from the same block, drawn up to any step of their race, with the whole of it as a table. */
export function BranchRace({ blocks }: Props) {
  // Whole at first, so that it is all there without a script.
  const [at, setAt] = useState(blocks.length);
  const now = counts(blocks.slice(0, at));
  const whole = counts(blocks);
  const found = blocks[at - 1];
  const caught = now.secret >= now.open;
  const newest = found ? `a block for the ${found} branch` : 'nothing is found yet';
  const says = `${newest}. The secret branch has ${now.secret}, the public one ${now.open}: ${distance(now)}.`;
  const width = room.left * 2 + Math.max(whole.open, whole.secret, 10) * square;
  return (
    <figure className="lab-figure lab-race">
      <figcaption>The race, block by block</figcaption>
      <svg viewBox={`0 0 ${width} ${2 * room.row}`} role="img" aria-label={says}>
        {[
          { name: 'Public branch', long: now.open, look: 'lab-race-open' },
          { name: 'Secret branch', long: now.secret, look: caught ? 'lab-race-caught' : 'lab-race-secret' },
        ].map(({ name, long, look }, row) => (
          <g key={name} transform={`translate(${room.left} ${row * room.row})`}>
            <text y={13}>
              {name}: {long}
              {row === 1 ? ` (${distance(now)})` : ''}
            </text>
            {Array.from({ length: long }, (_, block) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a block of a branch is its height
                key={block}
                className={look}
                x={block * square}
                y={20}
                width={square - 2}
                height={square - 2}
                rx={2}
              />
            ))}
          </g>
        ))}
      </svg>
      <Stepper label="Steps of the race" at={at} steps={blocks.length} says={says} onStep={setAt} />
      <RaceTable blocks={blocks} />
    </figure>
  );
}

function RaceTable({ blocks }: Props) {
  return (
    <details className="chart-table">
      <summary>All blocks of the race</summary>
      <Scrolled label="All blocks of the race">
        <table className="figure-table lab-numbers">
          <caption className="visually-hidden">The race, block by block</caption>
          <thead>
            <tr>
              <th scope="col">Block</th>
              <th scope="col">Public</th>
              <th scope="col">Secret</th>
              <th scope="col">Distance</th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block, at) => {
              const now = counts(blocks.slice(0, at + 1));
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place of a block in the race is what it is
                <tr key={at}>
                  <th scope="row">
                    {at + 1}, {block}
                  </th>
                  <td>{now.open}</td>
                  <td>{now.secret}</td>
                  <td>{distance(now)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

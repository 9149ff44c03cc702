'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { type Search, useSearch } from './use-search';

const number = (value: number) => Math.round(value).toLocaleString('en');

/** The hash rate in hashes per second, once there is anything to go by. */
function rateOf({ next, time }: Search): string {
  if (time < 50) return 'not known yet';
  return `${number((1000 * next) / time)} hashes a second`;
}

const says: Record<Search['state'], string> = {
  still: 'Not begun.',
  running: 'It is searching.',
  paused: 'Paused. It goes on from where it stopped.',
  found: 'Found: the number stands in the form.',
  failed: 'This browser does not let a page search in the background. Take any other tool.',
};

type Props = {
  title: string;
  head: string;
  bits: number;
  /** Why it cannot begin yet. */
  waits: string | null;
  found: (nonce: number) => void;
};

/** Searches the nonce of one block, and shows how far it is and how fast. */
export function Miner({ title, head, bits, waits, found }: Props) {
  const id = useId();
  const { search, start, pause } = useSearch(head, bits, found);
  const { state, next, time } = search;
  const average = 2 ** bits;
  const isRunning = state === 'running';
  return (
    <section className="lab-bench" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {waits ? (
        <p>{waits}</p>
      ) : (
        <>
          <div className="lab-bench-acts">
            <Button
              type="button"
              look={isRunning ? 'secondary' : 'primary'}
              onClick={isRunning ? pause : start}
            >
              {isRunning
                ? 'Pause'
                : state === 'paused'
                  ? 'Go on'
                  : state === 'found'
                    ? 'Search again'
                    : 'Search'}
            </Button>
          </div>
          <progress
            max={100}
            value={100 * (1 - Math.exp(-next / average))}
            aria-label="Of a hundred who try as often, so many have found a number"
          />
          <dl className="lab-facts">
            <dt>Tries</dt>
            <dd>
              {number(next)}, where {number(average)} is the average
            </dd>
            <dt>Time</dt>
            <dd>{(time / 1000).toFixed(1)} seconds</dd>
            <dt>Hash rate</dt>
            <dd>{rateOf(search)}</dd>
          </dl>
          <p role="status">{says[state]}</p>
        </>
      )}
    </section>
  );
}

import { sweepImports } from '@/db/queries/imports';
import { database } from '../database';
import { carryOutBatches, keepTime } from './enrollments';
import { startLoop } from './loop';
import { publishDue } from './publications';

/** How often old imports are removed, in rounds of the loop. */
const sweepEvery = 120;

/**
 * Starts the jobs that have a time of their own: publications; the clock of enrollments; batches. Each in a
 * loop of its own, so that none waits for another. Any number of replicas may do so.
 * @returns a function that stops them.
 */
export function startJobWorker(pauseMs = 5_000): () => Promise<void> {
  let rounds = 0;
  const stops = [
    startLoop(async () => {
      const count = await publishDue();
      if (rounds % sweepEvery === 0) await sweepImports(database());
      rounds += 1;
      return count;
    }, pauseMs),
    startLoop(keepTime, Math.min(pauseMs, 1_000)),
    startLoop(carryOutBatches, Math.min(pauseMs, 1_000)),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

import { sweepImports } from '@/db/queries/imports';
import { database, lostDatabase } from '../database';
import { publishDue } from './publications';

/** How often old imports are removed, in rounds of the loop. */
const sweepEvery = 120;

/** Starts the jobs that have a time of their own. Any number of replicas may do so. @returns a function that stops them. */
export function startJobWorker(pauseMs = 5_000): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  let rounds = 0;
  const loop = (async () => {
    while (!stopped) {
      const count = await publishDue().catch((error) => {
        lostDatabase(error);
        return 0;
      });
      if (rounds % sweepEvery === 0) await sweepImports(database()).catch(() => {});
      rounds += 1;
      if (count > 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}

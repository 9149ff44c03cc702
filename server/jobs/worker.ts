import { sweepCompiledLessons } from '@/db/queries/compiled-lessons';
import { sweepImports } from '@/db/queries/imports';
import { sweepRosters } from '@/db/queries/rosters';
import { sweepWorkFiles } from '@/db/queries/work-files';
import { database } from '../database';
import { assetStore } from '../storage';
import { sweepAssets } from './assets';
import { handInDue, recordReleased } from './attempts';
import { carryOutBatches, keepTime } from './enrollments';
import { tellCorrected } from './grades';
import { startLoop } from './loop';
import { publishDue } from './publications';
import { renewTotals } from './totals';
import { handInClosedDrafts, settleLoneGradings, settleReviewed, tellOwners } from './work';

/** How often imports and lists that nobody wanted any more are removed, in rounds of the loop: every ten minutes. */
const sweepEvery = 120;
/** A list of a hundred thousand takes a quarter longer for it, and the pages of others are served meanwhile. */
const batchRest = 0.25;
const hour = 3_600_000;

/** Removes what nobody uses any more: files taken out of drafts, media that nothing names, lessons that nobody compiles. */
async function clean(): Promise<number> {
  await sweepCompiledLessons(database());
  await sweepWorkFiles(database());
  await sweepAssets(database(), assetStore());
  return 0;
}

/** Does something an hour after the start, and then once a day. */
function daily(work: () => Promise<number>): () => Promise<number> {
  let next = Date.now() + hour;
  return async () => {
    if (Date.now() < next) return 0;
    next += 24 * hour;
    return work();
  };
}

/**
 * Starts the jobs that have a time of their own: publications; the clocks of enrollments, of attempts and of
 * written work; grades that were corrected, and totals; batches; cleaning.
 * Each in a loop of its own, so that none waits for another. Any number of replicas may do so.
 * @returns a function that stops them.
 */
export function startJobWorker(pauseMs = 5_000): () => Promise<void> {
  let rounds = 0;
  const stops = [
    startLoop(async () => {
      const count = await publishDue();
      if (rounds % sweepEvery === 0) {
        await sweepImports(database());
        await sweepRosters(database());
      }
      rounds += 1;
      return count;
    }, pauseMs),
    startLoop(keepTime, Math.min(pauseMs, 1_000)),
    startLoop(handInDue, Math.min(pauseMs, 1_000)),
    startLoop(recordReleased, Math.min(pauseMs, 1_000)),
    startLoop(renewTotals, pauseMs),
    startLoop(handInClosedDrafts, Math.min(pauseMs, 1_000)),
    startLoop(tellOwners, pauseMs),
    startLoop(settleLoneGradings, pauseMs),
    startLoop(settleReviewed, pauseMs),
    startLoop(tellCorrected, pauseMs),
    startLoop(carryOutBatches, Math.min(pauseMs, 1_000), batchRest),
    startLoop(daily(clean), pauseMs),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

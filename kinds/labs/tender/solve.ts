import { fingerprint } from '../digest';
import type { LabSolution } from '../solution';
import { lowestBid, rulingOf } from './rules';
import { bareSeal, opening, possibleBids, seal } from './seal';
import { tenderTask } from './task';

/** How the lab is solved, and what wrong work is answered with. */
export const tenderSolution: LabSolution = {
  solve: (seed) => {
    const task = tenderTask(seed);
    const { bid, tender, reveals, old } = task;
    const salt = fingerprint(`salt of ${tender}`).slice(0, 32);
    const broken = possibleBids(old.bids).find((one) => bareSeal(one, old.tender) === old.digest);
    return {
      salt,
      commitment: seal(bid, salt, tender),
      opening: opening(bid, salt, tender),
      ...Object.fromEntries(reveals.map((one, at) => [`reveal-${at + 1}`, rulingOf(task, one)])),
      lowest: String(lowestBid(task)),
      broken: String(broken),
      entries: String(old.bids.count * 65_536),
    };
  },
  mutations: {
    E_EMPTY: (work) => ({ ...work, opening: '' }),
    E_FORM: (work) => ({ ...work, salt: `${work.salt?.slice(1)}F` }),
    E_SALT: (work, seed) => {
      const salt = '00'.repeat(16);
      const { bid, tender } = tenderTask(seed);
      return { ...work, salt, commitment: seal(bid, salt, tender), opening: opening(bid, salt, tender) };
    },
    E_OPENING: (work) => ({ ...work, opening: `${work.opening} ` }),
    E_COMMITMENT: (work) => ({ ...work, commitment: fingerprint(`${work.opening}\n`) }),
    E_BROKEN: (work) => ({ ...work, broken: String(Number(work.broken) + 100) }),
    E_ENTRIES: (work) => ({ ...work, entries: String(Number(work.entries) / 256) }),
    E_VERDICTS: (work) => ({ ...work, 'reveal-1': work['reveal-1'] === 'counts' ? 'closed' : 'counts' }),
    E_LOWEST: (work) => ({ ...work, lowest: String(Number(work.lowest) - 100) }),
  },
};

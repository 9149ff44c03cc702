import { type Draws, drawsFrom } from '../seeded';
import { safeDepth } from './race';

/** A payment with a budget for loss, three attackers, one race against the strongest, and a ledger of replicas. */
export type FinalityTask = {
  /** What the goods are worth, in units of money. */
  worth: number;
  /** What may be lost on average for each payment that is attacked, in the same units. */
  loss: number;
  /** Shares of the computing power in whole percent, by the names that they go under. */
  attackers: { name: string; share: number }[];
  /** Whose each block was, from the payment on: `h` for the honest branch, `a` for the strongest attacker's. */
  race: string;
  /** How many replicas keep the ledger that agrees by votes: one more than three times those that may lie. */
  replicas: number;
};

/** All divide ten million, so that every budget is a whole number of attacks. */
const worths = [2_000, 2_500, 4_000, 5_000, 8_000, 10_000] as const;

const raceBlocks = 28;

/** A race in which waiting for one block would not do, and waiting for ten would. */
function raceFrom(draws: Draws, share: number): string {
  for (;;) {
    const race = Array.from({ length: raceBlocks }, () => (draws.below(100) < share ? 'a' : 'h')).join('');
    const safe = safeDepth(race);
    if (safe > 2 && safe < 11) return race;
  }
}

/** The task of one learner. */
export function finalityTask(seed: Uint8Array): FinalityTask {
  const draws = drawsFrom(seed, 'finality');
  const worth = draws.pick(worths);
  const [least, most] = [Math.ceil(worth / 2_000), worth / 100];
  const strongest = 25 + draws.below(9);
  return {
    worth,
    loss: least + draws.below(Math.floor(most) - least + 1),
    attackers: [
      { name: 'A', share: 6 + draws.below(7) },
      { name: 'B', share: 15 + draws.below(8) },
      { name: 'C', share: strongest },
    ],
    race: raceFrom(draws, strongest),
    replicas: 3 * (2 + draws.below(32)) + 1,
  };
}

import { drawsFrom } from '../seeded';

/** Who votes on what: a view, who lies in it, and the digests of two requests, shortened to be typed. */
export type Round = { replicas: number; view: number; liar: number; digests: [string, string] };

/** Four replicas of which a backup lies, three of which the primary lies, and a larger number to count with. */
export type PbftTask = { four: Round; three: Round; faults: number };

/** Two digests of four hexadecimal digits that are not the same. */
function digestsFrom(hex: (bytes: number) => string): [string, string] {
  const first = hex(2);
  for (;;) {
    const second = hex(2);
    if (second !== first) return [first, second];
  }
}

/** The task of one learner. */
export function pbftTask(seed: Uint8Array): PbftTask {
  const draws = drawsFrom(seed, 'pbft');
  const view = 4 + draws.below(60);
  const split = 3 + draws.below(60);
  return {
    four: {
      replicas: 4,
      view,
      liar: (view + 1 + draws.below(3)) % 4,
      digests: digestsFrom(draws.hex),
    },
    three: { replicas: 3, view: split, liar: split % 3, digests: digestsFrom(draws.hex) },
    faults: 4 + draws.below(30),
  };
}

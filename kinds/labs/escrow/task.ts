import { drawsFrom } from '../seeded';
import { attackSource, type Bug, bugs, type EscrowNames, escrowSource } from './source';

/** An escrow with a bug, and the numbers of the attack that it is tried with. */
export type EscrowNumbers = {
  names: EscrowNames;
  /** What the contract of the attacker is called. */
  attacker: string;
  building: string;
  /** What each step costs; the first costs more than the second. */
  amounts: number[];
  /** What each of two donors gives. */
  gifts: [number, number];
  /** What the attacker brings. */
  stake: number;
  /** The escrow as it was published. */
  source: string;
  /** The beginning of an attack. */
  attack: string;
};

/** All that goes to the page, with what is tested in public. */
export type EscrowTask = EscrowNumbers & { tests: { name: string; title: string }[] };

const buildings = ['a well', 'a school roof', 'a village library', 'a footbridge'] as const;

/** The bug of one learner; it is not in the task, but in the code that the task shows. */
export const bugFor = (seed: Uint8Array): Bug => drawsFrom(seed, 'escrow bug').pick(bugs);

/** The task of one learner. */
export function escrowNumbers(seed: Uint8Array): EscrowNumbers {
  const draws = drawsFrom(seed, 'escrow');
  const id = draws.hex(4);
  const names: EscrowNames = {
    contract: `Escrow${id}`,
    takeBack: draws.pick(['takeBack', 'reclaim', 'withdraw', 'getBack']),
    release: draws.pick(['release', 'payStep', 'payOut', 'settle']),
    changeWorker: draws.pick(['changeWorker', 'nameWorker', 'setWorker', 'appoint']),
  };
  const stake = 1_000 * (1 + draws.below(9));
  const second = stake + 1_000 * (1 + draws.below(5));
  const first = second + 1_000 * (1 + draws.below(9));
  const third = 1_000 * (1 + draws.below(9));
  const left = first + 1_000 * draws.below(5);
  const attacker = `Attack${id}`;
  return {
    names,
    attacker,
    building: draws.pick(buildings),
    amounts: [first, second, third],
    gifts: [left, first + second + third - left + 1_000 * (1 + draws.below(4))],
    stake,
    source: escrowSource(names, bugFor(seed)),
    attack: attackSource(
      names,
      attacker,
      `        // To do: the attack begins here. It brings ${stake}, as msg.value.`,
      '        // To do: what happens when money comes in?',
    ),
  };
}

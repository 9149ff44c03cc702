import { drawsFrom } from '../seeded';
import { type Finding, type Tampering, tamperings } from './ledger';

/** Places, from 0, that are far enough from each other that no sign of one is a sign of another. */
const places = [1, 5, 9];

/** What is done to the ledger of one learner, in this order: one to three things, each in another way. */
export function tamperingsFrom(seed: Uint8Array): { at: number; kind: Tampering }[] {
  const draws = drawsFrom(seed, 'tamperings');
  const kinds = draws.shuffled(tamperings).slice(0, 1 + draws.below(3));
  const at = draws.shuffled(places).map((place) => place + draws.below(2));
  return (
    kinds
      .map((kind, index) => ({ at: at[index] ?? 0, kind }))
      // Whoever hashes all that follows does it before others change single blocks.
      .sort((one, other) => Number(other.kind === 'forged') - Number(one.kind === 'forged'))
  );
}

/** What an audit of that ledger finds at each of its twelve places. */
export function truthOf(seed: Uint8Array): Finding[] {
  const truth = new Array<Finding>(12).fill('sound');
  for (const { at, kind } of tamperingsFrom(seed)) truth.fill(kind, at, at + (kind === 'swapped' ? 2 : 1));
  return truth;
}

import type { Setting } from './machine';
import type { PbftTask, Round } from './task';

/** The setting of a round: all but one have to agree, which are 2f + 1 of four, and all that still answer of three. */
export const settingOf = ({ replicas, view, liar }: Round): Setting => ({
  replicas,
  primary: view % replicas,
  liar,
  quorum: replicas - 1,
});

/** Two sizes of one ledger with the same number of liars: the least that agrees, and one replica fewer. */
export const sizesOf = ({ faults }: PbftTask) => [
  { name: 'enough', replicas: 3 * faults + 1 },
  { name: 'short', replicas: 3 * faults },
];

import { fingerprintSolution } from './fingerprint/solve';
import { merkleSolution } from './merkle/solve';
import type { LabSolution } from './solution';

/** The solution of each lab by its name and version. */
// biome-ignore lint/suspicious/noExplicitAny: each solution knows the form of its own work alone
export const solutions: Record<string, LabSolution<any>> = {
  'fingerprint 1': fingerprintSolution,
  'merkle 1': merkleSolution,
};

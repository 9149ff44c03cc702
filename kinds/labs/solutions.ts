import { fingerprintSolution } from './fingerprint/solve';
import { merkleSolution } from './merkle/solve';
import { mineSolution } from './mine/solve';
import type { LabSolution } from './solution';
import { tamperSolution } from './tamper/solve';

/** The solution of each lab by its name and version. */
// biome-ignore lint/suspicious/noExplicitAny: each solution knows the form of its own work alone
export const solutions: Record<string, LabSolution<any>> = {
  'fingerprint 1': fingerprintSolution,
  'merkle 1': merkleSolution,
  'mine 1': mineSolution,
  'tamper 1': tamperSolution,
};

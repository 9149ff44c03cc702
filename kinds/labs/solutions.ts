import { fingerprintSolution } from './fingerprint/solve';
import type { LabSolution } from './solution';

/** The solution of each lab by its name and version. */
export const solutions: Record<string, LabSolution> = {
  'fingerprint 1': fingerprintSolution,
};

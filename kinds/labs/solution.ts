import type { Values } from './verdict';

/** How a lab is solved, for its contract and its journeys: nothing that is shipped knows it. */
export type LabSolution = {
  /** The reference solution of one learner's task. */
  solve: (seed: Uint8Array) => Values;
  /** For how many learners the contract solves it, where that is dear; 200 unless it is set. */
  learners?: number;
  /** By the code that each is answered with: what makes a solution wrong in that way. */
  mutations: Record<`E_${string}`, (work: Values, seed: Uint8Array) => Values>;
};

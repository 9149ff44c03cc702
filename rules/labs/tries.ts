import type { Outcome } from './outcomes';

/** How often one task may be handed in: enough to learn from what is wrong, and too few to guess an answer. */
export const mostTries = 30;

/** How many tries are left; what was our own failure was none. */
export const triesLeft = (outcomes: readonly Outcome[]): number =>
  Math.max(0, mostTries - outcomes.filter((outcome) => outcome === 'learner-error').length);

/** What a submission comes to: passed, wrong in a way that its learner can mend, or our own failure, which costs nothing. */
export const outcomes = ['pass', 'learner-error', 'system-error'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Who goes to a new edition when it is published: nobody (new enrollments get it), those it takes nothing
 * from (`untouched`: no lesson they completed would be open again), or everyone still learning. Who
 * finished the course stays on the edition they finished, whatever is chosen.
 */
export const learnerMoves = ['none', 'untouched', 'everyone'] as const;
export type LearnerMoves = (typeof learnerMoves)[number];

import type { EnrollmentState } from '../enrollment/enrollment-states';

/**
 * Who goes to a new edition when it is published: nobody (new enrollments get it), those it takes nothing
 * from (`untouched`: no lesson they completed would be open again), or everyone still learning. Who
 * finished the course stays on the edition they finished, whatever is chosen.
 */
export const learnerMoves = ['none', 'untouched', 'everyone'] as const;
export type LearnerMoves = (typeof learnerMoves)[number];

/** States in which an enrollment may still go on. What is finished or over stays on its edition for ever. */
export const movableStates = [
  'requested',
  'waitlisted',
  'invited',
  'active',
  'paused',
] as const satisfies readonly EnrollmentState[];

/** Whether a choice takes a learner along. `reopened` counts the lessons that would be open again for them. */
export const isMoved = (moves: LearnerMoves, { reopened }: { reopened: number }): boolean =>
  moves === 'everyone' || (moves === 'untouched' && reopened === 0);

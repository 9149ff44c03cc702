/** Where written work stands on its way to its grade. */
export const queueStates = ['waiting', 'claimed', 'graded'] as const;
export type QueueState = (typeof queueStates)[number];

export const queueWords: Record<QueueState, string> = {
  waiting: 'Waiting',
  claimed: 'Being graded',
  graded: 'Graded',
};

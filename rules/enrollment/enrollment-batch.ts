import type { TableAction } from './enrollment-states';

/** What makes a batch: a list of people, a list that is kept in step with its source, rows chosen in a table, another system, or undoing one. */
export const batchKinds = ['csv', 'sync', 'bulk', 'api', 'undo'] as const;
export type BatchKind = (typeof batchKinds)[number];

export const batchStates = ['waiting', 'running', 'done', 'failed'] as const;
export type BatchState = (typeof batchStates)[number];

/** Somebody on a list: who has no account with this address is given one to claim. */
export type BatchPerson = { email: string; name: string; externalId: string | null };

/** What is done to one person of a batch, as it is stored: an `EnrollmentMove` with dates as ISO 8601. */
export type BatchMove = {
  action: TableAction | 'undo';
  cohortId?: string | null;
  ends?: { at: string; zone: string } | null;
  longerBy?: number;
  source?: string | null;
  reason?: string;
};

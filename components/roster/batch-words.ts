import type { BatchKind, BatchState } from '@/rules/enrollment/enrollment-batch';
import { stateWords } from './state-words';

export const batchKindWords: Record<BatchKind, string> = {
  csv: 'A list',
  sync: 'A list kept in step',
  bulk: 'Chosen in a table',
  api: 'Another system',
  undo: 'Undoing',
};

export const batchStateWords: Record<BatchState, string> = {
  waiting: 'Waits for its turn',
  running: 'Under way',
  done: 'Done',
  failed: 'Stopped',
};

/** What came of a person in a batch. */
export const outcomeWords: Record<string, string> = {
  ...stateWords,
  refused: 'Left as they were',
  waiting: 'Not yet',
};

/** How many ended how, most first: “3 Active, 2 On the waitlist”. */
export const outcomesInWords = (outcomes: Record<string, number>): string =>
  Object.entries(outcomes)
    .sort(([, one], [, other]) => other - one)
    .map(([outcome, count]) => `${count} ${(outcomeWords[outcome] ?? outcome).toLowerCase()}`)
    .join(', ');

import { oneOfThese, readOrder, searchText, type TableOrder } from '../tables/table-view';

/** How far an attempt is. */
export const attemptStates = {
  'under-way': 'Under way',
  unmarked: 'Waiting for a grader',
  waiting: 'Waiting for its release',
  shown: 'Shown to the learner',
} as const;
export type AttemptState = keyof typeof attemptStates;

/** How far an attempt is: when it was handed in, how much of it waits for a grader, when its result was released. */
export function attemptState(
  submittedAt: Date | null,
  toMark: number,
  releasedAt: Date | null,
): AttemptState {
  if (submittedAt === null) return 'under-way';
  if (toMark > 0) return 'unmarked';
  return releasedAt === null ? 'waiting' : 'shown';
}

const sorts = { name: 'text', handed: 'instant', result: 'number' } as const;
export type AttemptSort = keyof typeof sorts;

export type AttemptsFilter = {
  search: string;
  state: AttemptState | null;
  /** Of the attempts that were handed in those that are passed, or those that are not. */
  passed: 'yes' | 'no' | null;
};
export type AttemptsView = { filter: AttemptsFilter; order: TableOrder<AttemptSort> };

/** Reads what the table of attempts shows from the query of its address. What it does not know, it leaves out. */
export function readAttemptsView(raw: string): AttemptsView {
  const query = new URLSearchParams(raw);
  return {
    filter: {
      search: searchText(query.get('search')),
      state: oneOfThese(Object.keys(attemptStates) as AttemptState[], query.get('state')),
      passed: oneOfThese(['yes', 'no'] as const, query.get('passed')),
    },
    order: readOrder(query, sorts, 'name'),
  };
}

'use client';

import { useSyncExternalStore } from 'react';

type Store<State> = { state: State; subscribe: (listener: () => void) => () => void };
const nothing = () => () => {};

/** The state of a store, or `before` while there is none yet. */
export function useStore<State>(store: Store<State> | null, before: State): State {
  return useSyncExternalStore(
    store?.subscribe ?? nothing,
    () => store?.state ?? before,
    () => before,
  );
}

'use client';

import { useSyncExternalStore } from 'react';
import { type ProgressState, progress } from './progress-store';

/** The progress of the open lesson. On the server and while hydrating: what the server rendered. */
export function useProgress(rendered: { done: readonly string[]; total: number }): ProgressState {
  const current = useSyncExternalStore(progress.subscribe, progress.get, () => null);
  return current && current.total > 0
    ? current
    : { done: new Set(rendered.done), waiting: new Set(), total: rendered.total, link: 'saved' };
}

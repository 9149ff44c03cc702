'use client';

import { ProgressRing } from '@/components/ui/progress-ring';
import { percent } from '@/rules/learning/progress';
import type { Link } from './progress-store';
import { useProgress } from './use-progress';

type Props = { done: string[]; total: number };

function says(link: Link, waiting: number): string {
  const steps = waiting === 1 ? '1 step' : `${waiting} steps`;
  if (link === 'offline') return `Offline: ${steps} kept on this device, will sync`;
  if (link === 'signed-out') return `Signed out: ${steps} kept on this device until you sign in`;
  if (link === 'gone') return 'This lesson changed. Reload the page.';
  if (link === 'saving') return 'Saving …';
  return 'Saved';
}

/** How far one is in the lesson, in a ring and in words, and whether it is saved. */
export function LessonProgress({ done, total }: Props) {
  const state = useProgress({ done, total });
  const trusted = state.link === 'saved' || state.link === 'saving';
  const count = trusted ? new Set([...state.done, ...state.waiting]).size : state.done.size;
  return (
    <div className="flex items-center gap-3">
      <ProgressRing percent={percent(count, state.total)} size={44} />
      <p className="text-sm leading-snug">
        <span className="block font-semibold">
          {count} of {state.total} steps
        </span>
        <span className={trusted ? 'text-soft' : 'font-medium text-bad'} role="status">
          {says(state.link, state.waiting.size)}
        </span>
      </p>
    </div>
  );
}

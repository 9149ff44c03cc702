import type { EntryScreen } from '@/features/learning/claims/screen';
import { claimWordsOf } from '@/rules/claims/entry';
import { keepLocally, keptLocally } from '../sender';
import type { DraftTarget } from '../work/draft-store';

/** Where an entry goes as it is typed, and under which name the browser keeps it until it is there. */
export function entryTarget({ course, lesson, enrollmentId }: EntryScreen, id: string): DraftTarget {
  return {
    key: `claim:${enrollmentId}:${id}`,
    url: `/api/learn/${course.slug}/claim-log/${id}`,
    body: (text) => ({ lesson: lesson.id, ...claimWordsOf(text) }),
  };
}

/**
 * An entry that was begun in this browser and is not on the server yet: whoever opens the empty form again, after
 * the tab was closed, goes on with it. Once the server has it, the page takes the address of the entry.
 */
export function begunHere({ course, lesson, enrollmentId, id, revision }: EntryScreen) {
  const slot = `claim:${enrollmentId}:new:${lesson.id}`;
  const earlier = revision === 0 ? keptLocally(slot) : null;
  const own = typeof earlier === 'string' && keptLocally(`claim:${enrollmentId}:${earlier}`) ? earlier : id;
  return {
    id: () => own,
    note: (saved: boolean, typed: boolean) => {
      if (revision > 0) return;
      keepLocally(slot, typed && !saved ? own : null);
      const address = `/learn/${course.slug}/claim-log/${own}`;
      if (saved && window.location.pathname !== address) window.history.replaceState(null, '', address);
    },
  };
}

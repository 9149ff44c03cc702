import { useCallback, useEffect, useRef, useState } from 'react';
import { post } from '@/components/lesson/progress-store';
import { clockWords } from '@/rules/time/ago';
import type { Anchor, TextComment } from '@/rules/work/comments';

/** A comment as its page has it. */
export type Held = TextComment & {
  deleted: boolean;
  /** What is said of its being kept. */
  words: string;
  trouble: string | null;
  /** Whether the server has it: what it never had is deleted here alone. */
  stored: boolean;
};

/** A pause in typing after which a comment is sent, and one after which it is tried again. */
const pauseMs = 800;
const againMs = 6_000;

/**
 * The comments of a grader on a text: every change is sent a moment later, one request after the other. Before the
 * grading is finished, what is not sent yet goes first.
 */
export function useComments(door: string, first: readonly TextComment[]) {
  const [list, setList] = useState<Held[]>(() =>
    first.map((comment) => ({ ...comment, deleted: false, words: '', trouble: null, stored: true })),
  );
  const now = useRef(list);
  const unsent = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sending = useRef<Promise<boolean> | null>(null);

  const set = useCallback((id: string, change: Partial<Held>) => {
    now.current = now.current.map((one) => (one.id === id ? { ...one, ...change } : one));
    setList(now.current);
  }, []);

  const sendAll = useCallback(async (): Promise<boolean> => {
    for (const id of unsent.current) {
      const one = now.current.find((comment) => comment.id === id);
      unsent.current.delete(id);
      if (!one) continue;
      const { from, to, says, deleted } = one;
      try {
        const { status, body } = await post(door, { id, from, to, says, deleted });
        if (status >= 500) throw new Error('not there');
        if (status !== 200) {
          set(id, { trouble: String(body.message ?? 'It could not be saved.'), words: '' });
          continue;
        }
        const at = clockWords(new Date(String(body.savedAt)));
        set(id, { stored: true, trouble: null, words: unsent.current.has(id) ? 'Saving …' : `Saved ${at}` });
      } catch {
        unsent.current.add(id);
        set(id, { trouble: 'The server cannot be reached: this is not saved yet.' });
        return false;
      }
    }
    return true;
  }, [door, set]);

  /** Sends what is not sent yet. @returns whether all of it has arrived, or was refused for good. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (sending.current) await sending.current;
    sending.current = sendAll();
    const all = await sending.current;
    sending.current = null;
    if (!all) timer.current = setTimeout(flush, againMs);
    return all;
  }, [sendAll]);

  const later = useCallback(
    (id: string, pause: number) => {
      unsent.current.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    },
    [flush],
  );

  useEffect(() => {
    const beforeSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (!form.matches('.grading') || (unsent.current.size === 0 && !sending.current)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      flush().then((all) => all && form.requestSubmit(submitter as HTMLElement | null));
    };
    window.addEventListener('submit', beforeSubmit, true);
    return () => {
      window.removeEventListener('submit', beforeSubmit, true);
      flush();
    };
  }, [flush]);

  return {
    list,
    /** Begins a comment; it is kept once it says something. @returns its id. */
    add: (anchor: Anchor, quote: string, says = ''): string => {
      const id = crypto.randomUUID();
      const one = { id, ...anchor, quote, says, deleted: false, words: '', trouble: null, stored: false };
      now.current = [...now.current, one];
      setList(now.current);
      if (says.trim() !== '') later(id, 0);
      return id;
    },
    change: (id: string, says: string) => {
      const empty = says.trim() === '';
      set(id, { says, words: empty ? 'Not saved while it says nothing' : 'Saving …' });
      if (!empty) later(id, pauseMs);
      else unsent.current.delete(id);
    },
    remove: (id: string, deleted: boolean) => {
      const one = now.current.find((comment) => comment.id === id);
      if (!one) return;
      if (deleted && !one.stored && one.says.trim() === '') {
        unsent.current.delete(id);
        now.current = now.current.filter((comment) => comment.id !== id);
        setList(now.current);
        return;
      }
      set(id, { deleted, words: '' });
      later(id, 0);
    },
  };
}

export type Comments = ReturnType<typeof useComments>;

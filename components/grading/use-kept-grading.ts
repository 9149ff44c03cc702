import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { clockWords } from '@/rules/time/ago';

/** A pause after which what was chosen and written is sent. */
const pauseMs = 1_500;
/** Well within the time for which the work is held. */
const renewMs = 5 * 60_000;

/** What a grader has so far, as the door of gradings takes it. */
function contentOf(form: HTMLFormElement) {
  const fields = new FormData(form);
  const levels = [...fields].filter(([name]) => name.startsWith('level-'));
  return {
    scores: Object.fromEntries(levels.map(([name, value]) => [name.slice('level-'.length), Number(value)])),
    comment: String(fields.get('comment') ?? ''),
  };
}

/**
 * Keeps what a grader has so far as they go, and what they hold theirs while the page is open.
 * @returns what to call on a change, and what is said of it.
 */
export function useKeptGrading(form: RefObject<HTMLFormElement | null>, door: string) {
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async () => {
    if (!form.current) return;
    try {
      const response = await fetch(door, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(contentOf(form.current)),
      });
      const answer = (await response.json()) as { savedAt?: string; message?: string };
      setTrouble(response.ok ? null : (answer.message ?? 'It could not be saved.'));
      if (answer.savedAt) setWords(`Saved ${clockWords(new Date(answer.savedAt))}`);
    } catch {
      setTrouble('You are offline: what you have is not saved yet.');
      timer.current = setTimeout(send, 8_000);
    }
  }, [form, door]);

  useEffect(() => {
    const renewing = setInterval(send, renewMs);
    return () => {
      clearInterval(renewing);
      clearTimeout(timer.current);
    };
  }, [send]);

  const changed = useCallback(() => {
    clearTimeout(timer.current);
    setWords('Saving …');
    timer.current = setTimeout(send, pauseMs);
  }, [send]);
  return { changed, words, trouble };
}

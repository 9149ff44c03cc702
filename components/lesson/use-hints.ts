'use client';

import { useRef, useState } from 'react';
import { post } from './progress-store';

/** Where a hint is asked for, and what names its question there. */
export type HintDoor = { address: string; of: Record<string, string | number> };

/**
 * Takes hints one after the other. Nothing waits in the browser: without a line no hint is taken, and asked for
 * again it is the same hint, which costs once.
 */
export function useHints(before: readonly string[], door: HintDoor | null) {
  const [taken, setTaken] = useState(before);
  const [message, setMessage] = useState<string | null>(null);
  const busy = useRef(false);

  const take = async (number: number): Promise<void> => {
    if (busy.current || !door) return;
    if (!navigator.onLine) return setMessage('You are offline, so no hint was taken.');
    busy.current = true;
    try {
      const { status, body } = await post(door.address, { ...door.of, hint: number });
      if (status === 200) setTaken(body.taken as string[]);
      const problem = status === 401 ? 'You are signed out, so no hint was taken.' : body.message;
      setMessage(status === 200 ? null : String(problem ?? 'This hint could not be taken. Reload the page.'));
    } catch {
      setMessage('The server did not answer. Try again: the same hint is taken once.');
    } finally {
      busy.current = false;
    }
  };
  return { taken, message, take };
}

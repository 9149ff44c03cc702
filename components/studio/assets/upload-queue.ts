'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { upload } from '@/components/studio/editor/upload';
import { UploadFailed } from '@/components/ui/send-file';
import { largestUpload, uploadProblems } from '@/rules/files/uploads';

/** A file on its way: how much of it has gone, where it is stored, or why it is not. */
export type Sending = {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'stored' | 'failed';
  part: number;
  path: string | null;
  problem: string | null;
};

/** What can be seen before a file is sent. */
const problemOf = (file: File): string | null =>
  file.size > largestUpload
    ? uploadProblems['too-large']
    : file.size === 0
      ? uploadProblems['no-file']
      : null;

/** Sends files one after the other. What failed stays, to be sent again; `onStored` follows each that is stored. */
export function useUploadQueue(course: string, onStored: () => void) {
  const [queue, setQueue] = useState<Sending[]>([]);
  const keys = useRef(0);
  const stored = useRef(onStored);
  useEffect(() => {
    stored.current = onStored;
  });
  const change = useCallback((key: number, changes: Partial<Sending>) => {
    setQueue((all) => all.map((sending) => (sending.key === key ? { ...sending, ...changes } : sending)));
  }, []);

  const busy = queue.some(({ state }) => state === 'sending');
  const next = busy ? undefined : queue.find(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!next) return;
    const { key, file } = next;
    change(key, { state: 'sending', part: 0, problem: null });
    // Leaving the page ends what is on its way.
    const never = new AbortController().signal;
    upload(course, file, (part) => change(key, { part }), never).then(
      ({ path }) => {
        change(key, { state: 'stored', part: 1, path });
        stored.current();
      },
      (error: unknown) => {
        const problem = error instanceof UploadFailed ? error.message : String(error);
        change(key, { state: 'failed', problem });
      },
    );
  }, [next, course, change]);

  const add = (files: Iterable<File>) => {
    const added = [...files].map((file): Sending => {
      keys.current += 1;
      const problem = problemOf(file);
      return { key: keys.current, file, state: problem ? 'failed' : 'waiting', part: 0, path: null, problem };
    });
    setQueue((all) => [...all.filter(({ state }) => state !== 'stored'), ...added]);
  };
  const again = (key: number) => change(key, { state: 'waiting' });
  const drop = (key: number) => setQueue((all) => all.filter((sending) => sending.key !== key));
  return { queue, add, again, drop };
}

'use client';

import { useEffect, useRef, useState } from 'react';
import type { Order, Report } from './search.worker';

/** How a search stands: `next` is what it would try next, and so how many it tried; `time` is in milliseconds. */
export type Search = {
  state: 'still' | 'running' | 'paused' | 'found' | 'failed';
  next: number;
  time: number;
};

const nothing: Search = { state: 'still', next: 0, time: 0 };

/** A search in a worker of its own, so that the page stays quick; it ends with what shows it. */
export function useSearch(head: string, bits: number, found: (nonce: number) => void) {
  const [search, setSearch] = useState(nothing);
  const worker = useRef<Worker | null>(null);
  const end = () => {
    // What it reported before may still be on its way.
    if (worker.current) worker.current.onmessage = null;
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => () => worker.current?.terminate(), []);

  const start = () => {
    end();
    const { next: from, time } = search.state === 'paused' ? search : nothing;
    const began = performance.now();
    const failed = () => {
      end();
      setSearch({ state: 'failed', next: from, time });
    };
    try {
      worker.current = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      return failed();
    }
    worker.current.onerror = failed;
    worker.current.onmessage = ({ data }: MessageEvent<Report>) => {
      const isFound = data.found !== null;
      const now = performance.now() - began + time;
      setSearch({ state: isFound ? 'found' : 'running', next: data.next, time: now });
      if (data.found === null) return;
      end();
      found(data.found);
    };
    worker.current.postMessage({ head, bits, from } satisfies Order);
    setSearch({ state: 'running', next: from, time });
  };
  const pause = () => {
    end();
    setSearch((now) => ({ ...now, state: 'paused' }));
  };
  return { search, start, pause };
}

'use client';

import { useState } from 'react';
import type { Given } from './use-answer';

/**
 * Which parts of an answer are still as they were marked: what was said of a part no longer holds once
 * somebody changes it.
 * @returns the verdict on a part while it holds, and what to call when that part is changed.
 */
export function useUnchanged(given: Given | null) {
  const [changed, setChanged] = useState<{ of: Given | null; parts: ReadonlySet<number> }>({
    of: given,
    parts: new Set(),
  });
  const parts = changed.of === given ? changed.parts : new Set<number>();
  return {
    verdictOn: (part: number) => (parts.has(part) ? undefined : given?.verdict.options[part]),
    change: (part: number) => setChanged({ of: given, parts: new Set([...parts, part]) }),
  };
}

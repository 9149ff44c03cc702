'use client';

import { useEffect, useRef } from 'react';
import type { FormState } from '@/rules/form-state';

/** What became of a rubric that was sent: a sentence, and a link to each criterion that still lacks something. */
export function RubricOutcome({ state }: { state: FormState }) {
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') outcome.current?.focus();
  }, [state]);

  const fields = Object.entries(state.fields ?? {});
  if (!state.message && fields.length === 0) return null;
  const done = state.status === 'done';
  return (
    <div
      ref={outcome}
      tabIndex={-1}
      role={done ? 'status' : 'alert'}
      className={done ? 'grading-done' : 'grading-problem'}
    >
      {state.message && <p>{state.message}</p>}
      {fields.map(([name, problem]) => (
        <p key={name}>
          <a href={`#${name.startsWith('level-') ? `${name}-0` : name}`}>{problem}</a>
        </p>
      ))}
    </div>
  );
}

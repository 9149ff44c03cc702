'use client';

import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from 'react';
import type { DeedState } from './states';

type Bench = { act: (form: FormData) => void; pending: boolean; course: string; document: string };
const BenchContext = createContext<Bench | null>(null);

type Props = {
  action: (state: DeedState, form: FormData) => Promise<DeedState>;
  course: string;
  document: string;
  children: ReactNode;
};

/**
 * What all passages of a document share: one action for whatever is done to them, one line that says what
 * came of it, and the focus going to what it was done to.
 */
export function Workbench({ action, course, document: fileId, children }: Props) {
  const [state, act, pending] = useActionState(action, { status: 'idle' });
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.status === 'idle') return;
    const target = state.focus ? document.getElementById(state.focus) : null;
    (target ?? line.current)?.focus();
  }, [state]);
  const problem = Object.values(state.fields ?? {})[0] ?? (state.status === 'done' ? null : state.message);
  return (
    <BenchContext value={{ act, pending, course, document: fileId }}>
      <p
        ref={line}
        tabIndex={-1}
        role={problem ? 'alert' : 'status'}
        className={`source-said ${problem ? 'source-said-bad' : ''}`}
      >
        {problem ?? state.message ?? ''}
      </p>
      {state.status === 'done' && state.undo && (
        <DeedForm deed="undo" values={state.undo} className="source-undo">
          <button type="submit" className="source-tool">
            Undo
          </button>
        </DeedForm>
      )}
      <div className="source-bench">{children}</div>
    </BenchContext>
  );
}

type DeedProps = {
  deed: string;
  values?: Record<string, string>;
  className?: string;
  id?: string;
  children: ReactNode;
};

/** A form that does one thing to passages. Without JavaScript it is posted like any other. */
export function DeedForm({ deed, values = {}, className, id, children }: DeedProps) {
  const bench = use(BenchContext);
  if (!bench) return null;
  return (
    <form action={bench.act} id={id} className={className}>
      <input type="hidden" name="course" value={bench.course} />
      <input type="hidden" name="document" value={bench.document} />
      {deed !== '' && <input type="hidden" name="deed" value={deed} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

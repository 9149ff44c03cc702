'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import type { FormState } from '@/rules/form-state';
import { buttonClass } from './button-class';
import { FormResultContext } from './form-result';
import { useTypedMeanwhile } from './typed-meanwhile';

type Props = {
  /** A server action: takes the last state and the form, gives the next state. */
  action: (state: FormState, form: FormData) => Promise<FormState>;
  submitLabel: ReactNode;
  pendingLabel: string;
  /** Shown instead of the form once it is done. Without it the form stays, with `doneMessage` above it. */
  done?: ReactNode;
  doneMessage?: string;
  look?: 'primary' | 'secondary' | 'danger';
  className?: string;
  /** Other buttons of the same form, after its own. */
  beside?: ReactNode;
  children?: ReactNode;
};

/**
 * A real form: it works without JavaScript, keeps what was typed, also while it was on its way, and leads
 * to what is wrong.
 */
export function Form({
  action,
  submitLabel,
  pendingLabel,
  done,
  doneMessage,
  look,
  className,
  beside,
  children,
}: Props) {
  const [state, submit, pending] = useActionState(action, { status: 'idle' });
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { onInput, wasTyping } = useTypedMeanwhile(form, pending, state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each answer
  useEffect(() => {
    if (state.status !== 'idle' && !wasTyping()) summary.current?.focus();
  }, [state]);

  if (state.status === 'done' && done) {
    return (
      <div ref={summary} tabIndex={-1} role="status" className="outline-none">
        {done}
      </div>
    );
  }
  const fields = Object.entries(state.fields ?? {});
  const message = state.message ?? (state.status === 'done' ? doneMessage : undefined);
  return (
    <FormResultContext value={state}>
      <form ref={form} action={submit} onInput={onInput} noValidate className={className ?? 'grid gap-5'}>
        {(message || fields.length > 0) && (
          <div
            ref={summary}
            tabIndex={-1}
            role={state.status === 'done' ? 'status' : 'alert'}
            className={`rounded-md border-l-4 px-4 py-3 outline-none ${
              state.status === 'done' ? 'border-good bg-good-soft' : 'border-bad bg-bad-soft'
            }`}
          >
            {message && <p>{message}</p>}
            {fields.length > 0 && (
              <ul className="list-disc pl-5">
                {fields.map(([name, problem]) => (
                  <li key={name}>
                    <a href={`#${name}`}>{problem}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {children}
        {beside ? (
          <div className="flex flex-wrap gap-3">
            <SubmitButton label={submitLabel} pendingLabel={pendingLabel} look={look} />
            {beside}
          </div>
        ) : (
          <SubmitButton label={submitLabel} pendingLabel={pendingLabel} look={look} />
        )}
      </form>
    </FormResultContext>
  );
}

function SubmitButton({
  label,
  pendingLabel,
  look,
}: {
  label: ReactNode;
  pendingLabel: string;
  look?: Props['look'];
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass(look)}
      aria-disabled={pending}
      onClick={(e) => pending && e.preventDefault()}
    >
      {pending ? pendingLabel : label}
    </button>
  );
}

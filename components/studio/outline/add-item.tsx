'use client';

import { useActionState, useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { FormState } from '@/rules/form-state';
import { useScripted } from './use-scripted';

/** Asks for the title of something new, where it will stand. Stays open, so that several can be added. */
export function AddItem({
  action,
  course,
  module,
  label,
  open,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  course: string;
  /** The module that a new lesson is added to; without it a module is added. */
  module?: string;
  label: string;
  open?: boolean;
}) {
  const [state, submit, pending] = useActionState(action, { status: 'idle' });
  const scripted = useScripted();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') field.current?.focus();
  }, [state]);
  const id = `add-${module ?? 'module'}`;
  const problem = state.fields?.title ?? (state.status === 'done' ? undefined : state.message);
  return (
    <details className="toc-add" open={open || state.status !== 'idle' || undefined}>
      <summary>
        <span aria-hidden="true">+</span> {label}
      </summary>
      <form
        action={submit}
        noValidate
        className="toc-add-form"
        // Return twice is not two of them.
        onSubmit={(event) => pending && event.preventDefault()}
      >
        <input type="hidden" name="course" value={course} />
        {module && <input type="hidden" name="module" value={module} />}
        <input type="hidden" name="script" value={scripted} />
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="mb-1 block text-sm font-semibold">
            Its title
          </label>
          <input
            key={state.values?.title ?? ''}
            ref={field}
            id={id}
            name="title"
            autoComplete="off"
            defaultValue={state.values?.title}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${id}-said`}
            className={`min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${problem ? 'border-bad' : 'border-rule'}`}
          />
        </div>
        <button type="submit" aria-disabled={pending} className={buttonClass('secondary', 'self-end')}>
          {pending ? 'Adding …' : 'Add'}
        </button>
        <p
          id={`${id}-said`}
          role="status"
          className={`w-full text-sm ${problem ? 'font-medium text-bad' : 'text-soft'}`}
        >
          {problem ?? state.message}
        </p>
      </form>
    </details>
  );
}

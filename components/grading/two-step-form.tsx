'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { FormResultContext } from '@/components/ui/form-result';
import type { FormState } from '@/rules/form-state';

/** Where a form stands whose first step shows what the second would do. */
export type TwoSteps<Preview> = FormState & { previewed?: string; preview?: Preview };
export type TwoStepAction<Preview> = (state: TwoSteps<Preview>, form: FormData) => Promise<TwoSteps<Preview>>;

type Props<Preview> = {
  action: TwoStepAction<Preview>;
  look: string;
  /** What the second step is called; null where what was shown would do nothing. */
  carryOut: (preview: Preview) => string | null;
  show: (preview: Preview) => ReactNode;
  children: ReactNode;
};

/**
 * A form of two steps: it shows what it would do, and then does exactly that. What is changed after the look is
 * shown anew first. It works without JavaScript, and keeps what was typed.
 */
export function TwoStepForm<Preview>({ action, look, carryOut, show, children }: Props<Preview>) {
  const [state, submit, pending] = useActionState(action as TwoStepAction<unknown>, { status: 'idle' });
  const preview = (state.preview as Preview | undefined) ?? null;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') summary.current?.focus();
  }, [state]);
  const wrong = Object.entries(state.fields ?? {});
  const next = preview === null ? null : carryOut(preview);
  return (
    <FormResultContext value={state}>
      <form action={submit} noValidate className="grid gap-8">
        <div ref={summary} tabIndex={-1} className="outline-none">
          {(state.message || wrong.length > 0) && (
            <div role="alert" className="rounded-md border-l-4 border-bad bg-bad-soft px-4 py-3">
              {state.message && <p>{state.message}</p>}
              <ul className="list-disc pl-5">
                {wrong.map(([name, problem]) => (
                  <li key={name}>
                    <a href={`#${name}`}>{problem}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {preview !== null && show(preview)}
        </div>
        <input type="hidden" name="previewed" value={state.previewed ?? ''} />
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button aria-disabled={pending} onClick={(event) => pending && event.preventDefault()}>
            {pending ? 'One moment …' : (next ?? look)}
          </Button>
          {next && <p className="text-soft">What is changed after this look is shown anew first.</p>}
        </div>
      </form>
    </FormResultContext>
  );
}

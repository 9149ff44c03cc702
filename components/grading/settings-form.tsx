'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { FormResultContext } from '@/components/ui/form-result';
import type { TotalsPreview } from '@/features/learning/gradebook/preview-totals';
import type { FormState } from '@/rules/form-state';
import { SettingsPreview } from './settings-preview';

export type SettingsState = FormState & { previewed?: string; preview?: TotalsPreview };

type Props = {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>;
  children: ReactNode;
};

/** A form of two steps: it shows what it would do to whom, and then saves exactly that. */
export function SettingsForm({ action, children }: Props) {
  const [state, submit, pending] = useActionState(action, { status: 'idle' });
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') summary.current?.focus();
  }, [state]);
  const wrong = Object.entries(state.fields ?? {});
  const failed = state.message || wrong.length > 0;
  return (
    <FormResultContext value={state}>
      <form action={submit} noValidate className="grid gap-8">
        <div ref={summary} tabIndex={-1} className="outline-none">
          {failed && (
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
          {state.preview && <SettingsPreview preview={state.preview} />}
        </div>
        <input type="hidden" name="previewed" value={state.previewed ?? ''} />
        {children}
        <div className="flex flex-wrap items-center gap-3">
          <Button aria-disabled={pending} onClick={(event) => pending && event.preventDefault()}>
            {pending ? 'One moment …' : state.preview ? 'Save these settings' : 'See what this changes'}
          </Button>
          {state.preview && <p className="text-soft">What is changed after this look is shown anew first.</p>}
        </div>
      </form>
    </FormResultContext>
  );
}

'use client';

import { useActionState, useEffect, useRef } from 'react';
import { FileField } from '@/components/studio/sources/file-field';
import { buttonClass } from '@/components/ui/button-class';
import { Field } from '@/components/ui/field';
import { FormResultContext } from '@/components/ui/form-result';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { counted } from '@/rules/counted';
import type { FormState } from '@/rules/form-state';
import { CarriedList } from './carried-list';

/** The form as it was answered, with what was found in the text. */
export type ImportState = FormState & {
  found?: { title: string; notes: string[]; why: string | null; markdown?: string }[];
};

type Props = {
  action: (state: ImportState, form: FormData) => Promise<ImportState>;
  course: string;
  sets: { value: string; label: string }[];
};

/** Questions of another system: looked at first, and then taken into a set. Without a script as well. */
export function ImportForm({ action, course, sets }: Props) {
  const [state, submit, pending] = useActionState(action, { status: 'idle' });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') told.current?.focus();
  }, [state]);
  const found = state.found ?? null;
  const good = found?.filter(({ why }) => why === null).length ?? 0;
  const wrong = Object.entries(state.fields ?? {});
  return (
    <FormResultContext value={state}>
      <form action={submit} noValidate className="grid gap-6">
        <input type="hidden" name="course" value={course} />
        {(state.message || wrong.length > 0) && (
          <div ref={told} tabIndex={-1} role="alert" className="bank-told bank-told-bad">
            {state.message && <p>{state.message}</p>}
            <ul>
              {wrong.map(([name, problem]) => (
                <li key={name}>
                  <a href={`#${name}`}>{problem}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {found && (
          <section ref={told} tabIndex={-1} aria-labelledby="found" className="bank-told">
            <h2 id="found" className="text-2xl">
              {good === found.length
                ? `All ${counted(found.length, 'question')} can come in`
                : `${good} of ${counted(found.length, 'question')} can come in`}
            </h2>
            <CarriedList lines={found} />
          </section>
        )}
        <TextArea
          name="text"
          label="Questions in GIFT, Moodle XML or QTI"
          hint="As another system exports them. Paste them here, or choose a file below."
          rows={8}
          spellCheck={false}
        />
        <FileField
          name="file"
          label="Or a file"
          hint="Text in UTF-8, or a QTI package (.zip), at most 1 MB."
          accept=".txt,.gift,.xml,.zip,text/plain,text/xml,application/xml,application/zip"
        />
        <SelectField
          name="into"
          label="Into which set"
          options={[{ value: '', label: 'A new set' }, ...sets]}
          className="max-w-md"
        />
        <Field
          name="title"
          label="Title of the new set"
          hint="Only for a new set."
          autoComplete="off"
          className="max-w-md"
        />
        <p className="flex flex-wrap gap-3">
          <button
            type="submit"
            name="do"
            value="look"
            className={buttonClass(good > 0 ? 'secondary' : 'primary')}
            aria-disabled={pending}
          >
            Look at what comes in
          </button>
          {good > 0 && (
            <button
              type="submit"
              name="do"
              value="take"
              className={buttonClass('primary')}
              aria-disabled={pending}
            >
              Take {counted(good, 'question')} in
            </button>
          )}
        </p>
      </form>
    </FormResultContext>
  );
}

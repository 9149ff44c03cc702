'use client';

import { type ComponentProps, use } from 'react';
import { FormResultContext } from './form-result';

type Props = Omit<ComponentProps<'input'>, 'id' | 'name'> & { name: string; label: string; hint?: string };

/** A labelled input that keeps what was typed and shows its own mistake. Its id is its name. */
export function Field({ name, label, hint, className, defaultValue, ...rest }: Props) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.[name];
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mb-1 text-sm text-soft">
          {hint}
        </p>
      )}
      <input
        key={values?.[name] ?? ''}
        id={name}
        name={name}
        defaultValue={values?.[name] ?? defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        className={`min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${problem ? 'border-bad' : 'border-rule'}`}
        {...rest}
      />
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

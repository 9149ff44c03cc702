'use client';

import { type ComponentProps, use } from 'react';
import { FormResultContext } from './form-result';

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'name'> & { name: string; label: string; hint?: string };

/** Like `Field`, for text of several lines. Where the browser can, it grows with its text. */
export function TextArea({ name, label, hint, className, defaultValue, rows = 4, style, ...rest }: Props) {
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
      <textarea
        key={values?.[name] ?? ''}
        id={name}
        name={name}
        rows={rows}
        defaultValue={values?.[name] ?? defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        style={{ minHeight: `calc(${rows}lh + 1rem)`, ...style }}
        className={`block field-sizing-content max-h-[28rem] w-full rounded-md border bg-raised px-3 py-2 text-base leading-relaxed ${problem ? 'border-bad' : 'border-rule'}`}
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

'use client';

import { type ComponentProps, use } from 'react';
import { FormResultContext } from './form-result';

type SelectOption = { value: string; label: string };

type Props = Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'> & {
  name: string;
  label: string;
  hint?: string;
  options: readonly SelectOption[];
};

/** Like `Field`, for one of a few values. */
export function SelectField({ name, label, hint, options, className, defaultValue, ...rest }: Props) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.[name];
  const chosen = values?.[name] ?? defaultValue;
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
      <select
        // React sets a select's default once: another one needs another select.
        key={String(chosen)}
        id={name}
        name={name}
        defaultValue={chosen}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        className={`min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${problem ? 'border-bad' : 'border-rule'}`}
        {...rest}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

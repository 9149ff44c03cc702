'use client';

import type { ComponentProps } from 'react';
import { Labelled, type LabelledProps } from './labelled';

type SelectOption = { value: string; label: string };

type Props = Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'> &
  LabelledProps & { options: readonly SelectOption[] };

/** Like `Field`, for one of a few values. */
export function SelectField({ name, label, hint, options, className, defaultValue, ...rest }: Props) {
  return (
    <Labelled name={name} label={label} hint={hint} className={className}>
      {(tied, { typed, border }) => (
        <select
          // React sets a select's default once: another one needs another select.
          key={String(typed ?? defaultValue)}
          {...tied}
          defaultValue={typed ?? defaultValue}
          className={`min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${border}`}
          {...rest}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

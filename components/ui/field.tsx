'use client';

import type { ComponentProps } from 'react';
import { Labelled, type LabelledProps } from './labelled';

type Props = Omit<ComponentProps<'input'>, 'id' | 'name'> & LabelledProps;

/** A labelled input that keeps what was typed and shows its own mistake. */
export function Field({ name, label, hint, className, defaultValue, ...rest }: Props) {
  return (
    <Labelled name={name} label={label} hint={hint} className={className}>
      {(tied, { typed, border }) => (
        <input
          key={typed ?? ''}
          {...tied}
          defaultValue={typed ?? defaultValue}
          className={`min-h-11 w-full rounded-md border bg-raised px-3 py-2 text-base ${border}`}
          {...rest}
        />
      )}
    </Labelled>
  );
}

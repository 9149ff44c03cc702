'use client';

import type { ComponentProps } from 'react';
import { Labelled, type LabelledProps } from './labelled';

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'name'> & LabelledProps;

/** Like `Field`, for text of several lines. Where the browser can, it grows with its text. */
export function TextArea({ name, label, hint, className, defaultValue, rows = 4, style, ...rest }: Props) {
  return (
    <Labelled name={name} label={label} hint={hint} className={className}>
      {(tied, { typed, border }) => (
        <textarea
          key={typed ?? ''}
          {...tied}
          rows={rows}
          defaultValue={typed ?? defaultValue}
          style={{ minHeight: `calc(${rows}lh + 1rem)`, ...style }}
          className={`block field-sizing-content max-h-[28rem] w-full rounded-md border bg-raised px-3 py-2 text-base leading-relaxed ${border}`}
          {...rest}
        />
      )}
    </Labelled>
  );
}

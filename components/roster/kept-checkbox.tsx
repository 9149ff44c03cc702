'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

/** One box of several with the same name; it stays ticked when the form comes back with a mistake. */
export function KeptCheckbox({ name, value }: { name: string; value: string }) {
  const { values } = use(FormResultContext);
  const ticked = values?.[name]?.split(' ').includes(value) ?? false;
  return (
    <input
      key={String(ticked)}
      id={`${name}-${value}`}
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={ticked}
      className="mt-1 size-6 shrink-0 accent-accent"
    />
  );
}

'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

/** Whether an item has to be passed; it stays as it was ticked when the form comes back. */
export function RequiredBox({ name, required }: { name: string; required: boolean }) {
  const { values } = use(FormResultContext);
  const ticked = values ? values[name] === 'on' : required;
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        key={String(ticked)}
        id={name}
        type="checkbox"
        name={name}
        defaultChecked={ticked}
        className="size-6 shrink-0 accent-accent"
      />
      Has to be passed
    </label>
  );
}

'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

type Props = { name: string; label: string; hint?: string; defaultChecked?: boolean };

/** A box to tick, with what it means. It keeps what was chosen when something else was wrong. */
export function CheckField({ name, label, hint, defaultChecked = false }: Props) {
  const { values, status } = use(FormResultContext);
  const checked = status === 'idle' || !values ? defaultChecked : values[name] === 'true';
  return (
    <div className="flex gap-3">
      <input
        key={String(checked)}
        id={name}
        name={name}
        type="checkbox"
        value="true"
        defaultChecked={checked}
        aria-describedby={hint ? `${name}-hint` : undefined}
        className="mt-0.5 size-6 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={name} className="font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${name}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

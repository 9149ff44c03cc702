'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

/** The secret of a key that was just made: it is in this answer and can never be shown again. */
export function NewSecret() {
  const { status, values } = use(FormResultContext);
  if (status !== 'done' || !values?.shownOnce) return null;
  return (
    <div className="rounded-md border border-rule bg-raised px-4 py-4">
      <label htmlFor="shown-once" className="mb-1 block font-semibold">
        The token
      </label>
      <p className="mb-2 text-sm text-soft">
        Copy it now to where it is used. It is not kept here, and nobody can see it again.
      </p>
      <input
        id="shown-once"
        readOnly
        value={values.shownOnce}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-11 w-full rounded-md border border-rule bg-sunk px-3 py-2 font-mono text-sm"
      />
    </div>
  );
}

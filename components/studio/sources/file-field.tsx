'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

type Props = { name: string; label: string; hint: string; accept: string };

/** A file to choose, with what was wrong about the last one. */
export function FileField({ name, label, hint, accept }: Props) {
  const problem = use(FormResultContext).fields?.[name];
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="mb-1 text-sm text-soft">
        {hint}
      </p>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${name}-hint${problem ? ` ${name}-problem` : ''}`}
        className={`source-file ${problem ? 'border-bad' : 'border-rule'}`}
      />
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

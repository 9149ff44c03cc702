'use client';

import { type ReactNode, use } from 'react';
import { FormResultContext } from './form-result';

/** What a control needs to be tied to its label, its hint and its mistake. */
type Tied = {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

export type LabelledProps = { name: string; label: string; hint?: string; className?: string };

/** The frame around a control: label, hint and mistake. The id of the control is its name. */
export function Labelled({
  name,
  label,
  hint,
  className,
  children,
}: LabelledProps & {
  /** @param typed What the server gave back of what was typed; undefined before anything was sent. */
  children: (tied: Tied, of: { typed: string | undefined; border: string }) => ReactNode;
}) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.[name];
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  const tied = {
    id: name,
    name,
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  };
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
      {children(tied, { typed: values?.[name], border: problem ? 'border-bad' : 'border-rule' })}
      {problem && (
        <p id={`${name}-problem`} className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

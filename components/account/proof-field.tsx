'use client';

import { use } from 'react';
import { Field } from '@/components/ui/field';
import { FormResultContext } from '@/components/ui/form-result';

/** One's own password, asked for unless it was given a moment ago; also when that moment passed meanwhile. */
export function ProofField({ fresh, why }: { fresh: boolean; why: string }) {
  const { code, fields } = use(FormResultContext);
  if (fresh && code !== 'password-again' && !fields?.password) return null;
  return (
    <Field
      name="password"
      label="Your own password"
      hint={why}
      type="password"
      autoComplete="current-password"
      className="w-full"
    />
  );
}

'use client';

import type { ReactNode } from 'react';
import { FormResultContext } from './form-result';

/** For forms that only ask: shows the mistakes of an address at the fields that have them. */
export function WithProblems({
  problems,
  children,
}: {
  problems: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const wrong = Object.entries(problems);
  return (
    <FormResultContext
      value={wrong.length > 0 ? { status: 'invalid', fields: { ...problems } } : { status: 'idle' }}
    >
      {wrong.length > 0 && (
        <div role="alert" className="rounded-md border-l-4 border-bad bg-bad-soft px-4 py-3">
          <ul className="list-disc pl-5">
            {wrong.map(([name, problem]) => (
              <li key={name}>
                <a href={`#${name}`}>{problem}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
    </FormResultContext>
  );
}

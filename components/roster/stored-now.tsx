'use client';

import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { FormState } from '@/rules/form-state';

/** When somebody saved meanwhile: what is stored now, to be seen beside what was typed. */
export type StoredState = FormState & { stored?: { version: number; values: Record<string, string> } };

type Props = { version: number; labels: Record<string, string> };

/** The version a form is on top of and, after a conflict, what somebody else stored meanwhile, field by field. */
export function StoredNow({ version, labels }: Props) {
  const { stored, values } = use(FormResultContext) as StoredState;
  const now = stored?.version ?? version;
  const others = Object.entries(stored?.values ?? {}).filter(
    ([name, value]) => labels[name] && value !== (values?.[name] ?? '').replaceAll('\r\n', '\n'),
  );
  return (
    <>
      <input key={`${stored ? 'seen' : 'read'}-${now}`} type="hidden" name="version" value={now} readOnly />
      {others.length > 0 && (
        <div className="rounded-md border-l-4 border-accent bg-accent-soft px-4 py-3 text-sm">
          <p className="font-semibold">Stored now</p>
          <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
            {others.map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{labels[name]}</dt>
                <dd className="whitespace-pre-wrap wrap-anywhere">{value === '' ? '(nothing)' : value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}

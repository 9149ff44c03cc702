'use client';

import { type ReactNode, use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';
import type { SettingsState } from './settings-state';

/** The version of course.yaml the form is on top of: after a conflict, the one that was shown beside it. */
export function VersionField({ version }: { version: number }) {
  const { stored } = use(FormResultContext) as SettingsState;
  const now = stored?.version ?? version;
  return (
    <input key={`${stored ? 'seen' : 'read'}-${now}`} type="hidden" name="version" value={now} readOnly />
  );
}

/** When it was saved last, and by whom: after a conflict, what is shown beside the fields. */
export function LastSaved({ saved }: { saved: string }) {
  const { stored } = use(FormResultContext) as SettingsState;
  return stored?.saved ?? saved;
}

type Field = keyof NonNullable<SettingsState['stored']>['values'];

/** A field, and beside it what somebody else stored there meanwhile, where that is something else. */
export function BesideStored({ name, children }: { name: Field; children: ReactNode }) {
  const { stored, values } = use(FormResultContext) as SettingsState;
  const theirs = stored?.values[name];
  const same = theirs === undefined || theirs === values?.[name]?.replaceAll('\r\n', '\n').trim();
  return (
    <div>
      {children}
      {!same && (
        <div className="mt-2 rounded-md border-l-4 border-accent bg-accent-soft px-4 py-2 text-sm">
          <p className="font-semibold">Stored now</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{theirs === '' ? '(nothing)' : theirs}</p>
        </div>
      )}
    </div>
  );
}

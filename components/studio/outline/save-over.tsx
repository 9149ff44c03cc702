'use client';

import Link from 'next/link';
import { use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

/** After somebody else saved: their version to look at, and the choice to save one's own fields over it. */
export function SaveOver({ href }: { href: string }) {
  const { code, values } = use(FormResultContext);
  if (code !== 'changed-meanwhile' || !values?.latest) return null;
  return (
    <div className="grid gap-3 rounded-md border border-rule bg-sunk px-4 py-3">
      <p>
        <Link href={href} prefetch={false} target="_blank">
          Open what is saved now in another tab
        </Link>
        , or save what you typed all the same:
      </p>
      <label className="flex min-h-11 items-center gap-3">
        <input
          key={values.latest}
          type="checkbox"
          name="over"
          value={values.latest}
          className="size-5 shrink-0 accent-accent"
        />
        <span>Save my fields over theirs. The text of the lessons is not touched.</span>
      </label>
    </div>
  );
}

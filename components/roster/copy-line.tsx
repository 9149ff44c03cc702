'use client';

import { useEffect, useId, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';

/** A text to pass on: it can be marked and copied by hand, and with a script by a button. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setSaid(''), []);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Mark the text and copy it yourself'),
    );
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          value={text}
          className="min-h-11 min-w-0 flex-1 rounded-md border border-rule bg-sunk px-3 py-2 font-mono text-sm"
        />
        {said !== null && (
          <button type="button" className={buttonClass('secondary')} onClick={copy}>
            Copy
          </button>
        )}
      </div>
      <p role="status" className="text-sm text-soft">
        {said}
      </p>
    </div>
  );
}

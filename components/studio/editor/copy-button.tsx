'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Puts a text on the clipboard. */
export function CopyButton({ text, children }: { text: () => string; children: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    // Without https there is no clipboard for scripts; the text can still be selected by hand.
    const done = navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setSaid('Copied.'),
      () => setSaid('This browser does not let the page copy. Select the text and copy it.'),
    );
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button type="button" look="quiet" onClick={copy}>
        {children}
      </Button>
      <span role="status" className="text-sm text-soft">
        {said}
      </span>
    </span>
  );
}

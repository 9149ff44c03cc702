'use client';

import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Field } from '@/components/ui/field';
import { keyBytes, keyOfBytes } from '@/rules/enrollment/enrollment-key';

/** The key of a course or cohort; with a script, a button makes another one. */
export function KeyField({ defaultValue }: { defaultValue: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const propose = () => {
    if (input.current) input.current.value = keyOfBytes(crypto.getRandomValues(new Uint8Array(keyBytes)));
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field
        name="key"
        label="Key"
        hint="Asked for where people come in by key. Everybody to whom you give it can pass it on."
        defaultValue={defaultValue}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="min-w-56 flex-1"
        ref={input}
      />
      {scripted && (
        <button type="button" className={buttonClass('secondary')} onClick={propose}>
          Another key
        </button>
      )}
    </div>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { Field } from '@/components/ui/field';

type Props = { defaultValue: string; zones: readonly string[]; ofBrowser?: boolean };

/** A time zone by its name. With `ofBrowser` the reader's own zone is proposed once the script runs. */
export function ZoneField({ defaultValue, zones, ofBrowser = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ofBrowser && input.current?.value === defaultValue)
      input.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone || defaultValue;
  }, [ofBrowser, defaultValue]);
  return (
    <>
      <Field
        name="zone"
        label="Time zone"
        hint="In which the dates of the course are meant, for example Asia/Shanghai or UTC."
        defaultValue={defaultValue}
        list="zones"
        autoComplete="off"
        spellCheck={false}
        ref={input}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

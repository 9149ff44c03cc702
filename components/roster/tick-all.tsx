'use client';

import { useEffect, useRef, useState } from 'react';

const ticksOf = (box: HTMLInputElement | null) => [
  ...(box?.form?.querySelectorAll<HTMLInputElement>('input[name="id"]') ?? []),
];

/** Ticks every row of the page, and says how many are. Without JavaScript the rows are ticked one by one. */
export function TickAll() {
  const box = useRef<HTMLInputElement>(null);
  const [counts, setCounts] = useState<{ ticked: number; all: number } | null>(null);
  useEffect(() => {
    const form = box.current?.form;
    const count = () => {
      const ticks = ticksOf(box.current);
      setCounts({ ticked: ticks.filter((tick) => tick.checked).length, all: ticks.length });
    };
    count();
    form?.addEventListener('change', count);
    return () => form?.removeEventListener('change', count);
  }, []);
  useEffect(() => {
    if (box.current && counts) box.current.indeterminate = counts.ticked > 0 && counts.ticked < counts.all;
  }, [counts]);
  return (
    <label className="roster-tick-box">
      <input
        ref={box}
        type="checkbox"
        disabled={counts === null}
        checked={counts !== null && counts.all > 0 && counts.ticked === counts.all}
        onChange={({ target }) => {
          for (const tick of ticksOf(box.current)) tick.checked = target.checked;
        }}
      />
      <span className="visually-hidden">
        Tick everybody on this page{counts ? ` (${counts.ticked} of ${counts.all} ticked)` : ''}
      </span>
    </label>
  );
}

'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { DeedForm } from './workbench';

/** A box says which passage as one saw it: “A1.version”. */
const numberOf = (seen: string): string => seen.split('.')[0] ?? seen;

/** More than a lesson can be framed from are not carried to the page that frames it. */
const mostFramed = 40;

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[form="bulk"][name="passages"]')];

/** What can be done to all ticked passages at once. It stays in sight while one ticks. */
export function BulkBar({ frame }: { frame: string }) {
  const [hydrated, setHydrated] = useState(false);
  const [ticked, setTicked] = useState<string[]>([]);
  useEffect(() => {
    setHydrated(true);
    const count = () => setTicked(boxes().flatMap(({ checked, value }) => (checked ? [value] : [])));
    // A form that was sent is reset, and its boxes with it: counted once that has happened.
    const countAfter = () => requestAnimationFrame(count);
    document.addEventListener('change', count);
    document.addEventListener('reset', countAfter);
    return () => {
      document.removeEventListener('change', count);
      document.removeEventListener('reset', countAfter);
    };
  }, []);
  const tickAll = () => {
    const all = boxes();
    const tick = all.some(({ checked }) => !checked);
    for (const box of all) box.checked = tick;
    setTicked(tick ? all.map(({ value }) => value) : []);
  };
  return (
    <DeedForm deed="" id="bulk" className="source-bulk">
      <fieldset>
        <legend className="visually-hidden">The ticked passages</legend>
        {hydrated && (
          <button type="button" className="source-tool" onClick={tickAll}>
            {ticked.length > 0 ? `${ticked.length} ticked` : 'Tick all'}
          </button>
        )}
        <button type="submit" name="deed" value="confirm" className="source-tool">
          They are right
        </button>
        <label htmlFor="bulk-speaker" className="visually-hidden">
          Speaker of the ticked passages
        </label>
        <input
          id="bulk-speaker"
          name="speaker"
          list="known-speakers"
          placeholder="Speaker"
          autoComplete="off"
        />
        <button type="submit" name="deed" value="speaker" className="source-tool">
          Set speaker
        </button>
        {ticked.length > 0 && ticked.length <= mostFramed && (
          <Link
            href={`${frame}?passages=${ticked.map(numberOf).join('+')}`}
            prefetch={false}
            className="source-tool"
          >
            Frame {ticked.length === 1 ? 'it' : 'them'} as a lesson
          </Link>
        )}
      </fieldset>
    </DeedForm>
  );
}

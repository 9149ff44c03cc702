'use client';

import { useEffect, useState } from 'react';
import { DeedForm } from './workbench';

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[form="bulk"][name="passages"]')];

/** What can be done to all ticked passages at once. It stays in sight while one ticks. */
export function BulkBar() {
  const [hydrated, setHydrated] = useState(false);
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    setHydrated(true);
    const count = () => setTicked(boxes().filter(({ checked }) => checked).length);
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
    setTicked(tick ? all.length : 0);
  };
  return (
    <DeedForm deed="" id="bulk" className="source-bulk">
      <fieldset>
        <legend className="visually-hidden">The ticked passages</legend>
        {hydrated && (
          <button type="button" className="source-tool" onClick={tickAll}>
            {ticked > 0 ? `${ticked} ticked` : 'Tick all'}
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
      </fieldset>
    </DeedForm>
  );
}

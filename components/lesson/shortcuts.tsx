'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Props = { previous: string | null; next: string | null; course: string };

const storageKey = 'shortcuts-off';

/** Single keys for moving about, listed under `?`, silent in fields, and possible to switch off. */
export function Shortcuts({ previous, next, course }: Props) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useState(false);
  const keys = [
    { key: 'n', says: 'Next lesson', to: next },
    { key: 'p', says: 'Previous lesson', to: previous },
    { key: 'c', says: 'The course', to: course },
  ].filter((entry) => entry.to !== null);

  useEffect(() => {
    try {
      setOff(localStorage.getItem(storageKey) === '1');
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
      if (event.key === '?') {
        event.preventDefault();
        dialog.current?.showModal();
        return;
      }
      if (off || dialog.current?.open) return;
      if (event.key === 's')
        document.getElementById('syllabus')?.querySelector<HTMLElement>('[aria-current]')?.focus();
      const to = keys.find((entry) => entry.key === event.key)?.to;
      if (to) router.push(to);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <dialog ref={dialog} aria-labelledby="keys-title" className="keys">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {[...keys, { key: 's', says: 'To the syllabus' }, { key: '?', says: 'This list' }].map(
          ({ key, says }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ),
        )}
      </dl>
      <label className="keys-off">
        <input
          type="checkbox"
          checked={off}
          onChange={(event) => {
            setOff(event.target.checked);
            try {
              localStorage.setItem(storageKey, event.target.checked ? '1' : '0');
            } catch {
              // As above.
            }
          }}
        />
        Switch single-letter keys off
      </label>
      <form method="dialog">
        <button type="submit" className="question-button">
          Close
        </button>
      </form>
    </dialog>
  );
}

'use client';

import { useEffect, useRef, useState } from 'react';
import type { SaveState } from './saver';
import { stateWords } from './state-words';

type Props = { state: SaveState; mayEdit: boolean; running: boolean };

const isTrouble = ({ status }: SaveState): boolean => !['saved', 'waiting', 'saving'].includes(status);

/** How safe the text is. Trouble, and its end, are announced; that all goes well is only shown. */
export function StateLine({ state, mayEdit, running }: Props) {
  const words = running ? stateWords(state) : '';
  const trouble = isTrouble(state);
  const [said, setSaid] = useState('');
  const before = useRef(false);
  useEffect(() => {
    if (trouble) setSaid(words);
    else if (before.current && state.status === 'saved') setSaid(words);
    before.current = trouble || (before.current && state.status !== 'saved');
  }, [trouble, words, state.status]);

  if (!mayEdit) return <p className="ed-state">You may read this draft, not change it.</p>;
  return (
    <div className={`ed-state ${trouble ? 'ed-state-bad' : ''}`}>
      <p>
        {state.status === 'saved' && running && (
          <span aria-hidden="true" className="ed-tick">
            ✓{' '}
          </span>
        )}
        {words}
      </p>
      {state.status === 'signed-out' && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in again in a new window
          </a>
          , then come back here: it is saved by itself.
        </p>
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
}

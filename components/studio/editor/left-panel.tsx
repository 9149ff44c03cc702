'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from './copy-button';
import { DiffView } from './diff-view';
import { timeOf } from './state-words';
import type { Editor } from './use-editor';

/** What was written on this device and never reached the server is offered, never put in by itself. */
export function LeftPanel({ editor, onAside }: { editor: Editor; onAside: () => void }) {
  const { copies, saver, surface } = editor;
  const [left, setLeft] = useState(() =>
    copies.left().filter((copy) => {
      if (copy.text !== saver.stored.text) return true;
      copies.discard(copy.key);
      return false;
    }),
  );
  const [copy] = left;
  if (!copy) return null;
  const older = copy.version !== saver.stored.version;

  const done = () => {
    copies.discard(copy.key);
    setLeft(left.slice(1));
  };
  const bringBack = () => {
    copies.setAside(surface().text(), 'What was in the editor');
    onAside();
    surface().replaceAll(copy.text);
    surface().focus();
    done();
  };

  return (
    <section className="ed-panel" aria-labelledby="ed-left">
      <h2 id="ed-left">You wrote more on this device at {timeOf(copy.at)}</h2>
      <p>
        It did not reach the server.
        {older && ' Since then another version was saved: look at what bringing it back would undo.'}
      </p>
      <DiffView before={saver.stored.text} after={copy.text} label="What would change" />
      <div className="ed-choices">
        <Button type="button" onClick={bringBack}>
          Bring back what you wrote on this device at {timeOf(copy.at)}
        </Button>
        <CopyButton text={() => copy.text}>Copy it</CopyButton>
        <Button type="button" look="quiet" onClick={done}>
          Throw it away
        </Button>
      </div>
    </section>
  );
}

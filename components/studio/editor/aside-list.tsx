'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from './copy-button';
import { DiffView } from './diff-view';
import type { Aside } from './local-copies';
import { timeOf } from './state-words';
import type { Editor } from './use-editor';

/** The texts that were decided against, for as long as this device keeps them. */
export function AsideList({ editor }: { editor: Editor }) {
  const [shown, setShown] = useState(() => editor.copies.aside());
  if (shown.length === 0) return null;
  const remove = (key: string) => {
    editor.copies.discard(key);
    setShown(editor.copies.aside());
  };
  return (
    <details className="ed-aside">
      <summary>
        {shown.length === 1 ? '1 copy' : `${shown.length} copies`} of this page on this device
      </summary>
      <ul>
        {shown.map((aside) => (
          <Kept key={aside.key} aside={aside} editor={editor} onRemove={() => remove(aside.key)} />
        ))}
      </ul>
    </details>
  );
}

function Kept({ aside, editor, onRemove }: { aside: Aside; editor: Editor; onRemove: () => void }) {
  const [compared, setCompared] = useState<string | null>(null);
  return (
    <li>
      <p>
        <strong>{aside.whose}</strong>, set aside {timeOf(aside.at)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          look="quiet"
          aria-expanded={compared !== null}
          onClick={() => setCompared(compared === null ? editor.surface().text() : null)}
        >
          {compared === null ? 'Compare with what is in the editor' : 'Hide the comparison'}
        </Button>
        <CopyButton text={() => aside.text}>Copy it</CopyButton>
        <Button type="button" look="quiet" onClick={onRemove}>
          Throw it away
        </Button>
      </div>
      {compared !== null && (
        <DiffView before={compared} after={aside.text} label="What the copy has instead" />
      )}
    </li>
  );
}

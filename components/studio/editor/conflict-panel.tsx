'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from './copy-button';
import { DiffView } from './diff-view';
import { mergeTexts } from './merge';
import { timeOf } from './state-words';
import type { Editor } from './use-editor';

/** Somebody else saved first: what differs, and what can be done. Nothing is lost whatever is chosen. */
export function ConflictPanel({ editor }: { editor: Editor }) {
  const { saver, surface } = editor;
  const theirs = saver.state.theirs;
  // What is in the editor when the panel opens; typing goes on, and a button looks again.
  const [mine, setMine] = useState(() => surface().text());
  const merged = useMemo(
    () => (theirs ? mergeTexts(saver.stored.text, mine, theirs.text) : null),
    [saver, mine, theirs],
  );
  if (!theirs) return null;
  const name = theirs.savedBy ?? 'Somebody else';

  const putTogether = () => {
    if (merged === null) return;
    saver.takeTheirs();
    surface().replaceAll(merged);
    surface().focus();
    saver.changed();
  };
  const takeTheirs = () => {
    surface().replaceAll(saver.takeTheirs());
    surface().focus();
  };
  const keepMine = () => {
    saver.keepMine();
    surface().focus();
  };

  return (
    <section className="ed-panel ed-panel-bad" aria-labelledby="ed-conflict">
      <h2 id="ed-conflict">{name} saved this while you wrote</h2>
      <p role="alert">
        Their version is of {timeOf(theirs.savedAt)}. Yours is not saved until you decide; until then it is
        kept on this device.
      </p>
      {merged !== null && (
        <div className="ed-proposal">
          <h3>Both fit together</h3>
          <p>You changed different lines. This is what your changes would add to their version:</p>
          <DiffView before={theirs.text} after={merged} label="Their version with your changes" />
          <Button type="button" onClick={putTogether}>
            Use both
          </Button>
        </div>
      )}
      <details open={merged === null}>
        <summary>Compare their version with yours</summary>
        <p className="ed-note">
          Lines with − are only in their version, lines with + only in yours.{' '}
          <button type="button" className="ed-link" onClick={() => setMine(surface().text())}>
            Compare again
          </button>
        </p>
        <DiffView
          before={theirs.text}
          after={mine}
          label="Their version and yours"
          gone="only in theirs"
          come="only in yours"
        />
      </details>
      <div className="ed-choices">
        <div>
          <Button type="button" look="secondary" onClick={keepMine}>
            Keep mine
          </Button>
          <p>It replaces their version. Theirs stays below this page as a copy on this device.</p>
        </div>
        <div>
          <Button type="button" look="secondary" onClick={takeTheirs}>
            Take theirs
          </Button>
          <p>Yours is kept below this page as a copy on this device.</p>
        </div>
        <div>
          <CopyButton text={() => surface().text()}>Copy mine</CopyButton>
          <CopyButton text={() => theirs.text}>Copy theirs</CopyButton>
        </div>
      </div>
    </section>
  );
}

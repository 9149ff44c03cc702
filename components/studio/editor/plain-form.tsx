'use client';

import { type RefObject, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { Theirs } from './send-text';

/** What saving the plain form came to. `text` is what was typed, so that it stands in the box again. */
export type PlainSave = {
  status: 'idle' | 'saved' | 'conflict' | 'failed';
  message: string;
  text: string | null;
  version: number | null;
  theirs: Theirs | null;
};

export type PlainAction = (state: PlainSave, form: FormData) => Promise<PlainSave>;

const idle: PlainSave = { status: 'idle', message: '', text: null, version: null, theirs: null };

type Props = {
  data: EditorFile;
  action: PlainAction;
  box: RefObject<HTMLTextAreaElement | null>;
  /** Once the script runs, it saves. */
  running: boolean;
  hidden: boolean;
};

/** The text in a plain form: all there is without JavaScript, and what is there before it. */
export function PlainForm({ data, action, box, running, hidden }: Props) {
  const { course, file, mayEdit } = data;
  const [state, submit] = useActionState(action, idle);
  const { theirs } = state;
  return (
    <form action={submit} hidden={hidden} className="ed-plain">
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="file" value={file.id} />
      <input type="hidden" name="version" value={theirs?.version ?? state.version ?? file.version} />
      {!running && state.status === 'saved' && <Notice tone="good">Saved.</Notice>}
      {!running && state.status === 'failed' && <Notice tone="bad">{state.message}</Notice>}
      {!running && theirs && (
        <Notice tone="bad" title={`${theirs.savedBy ?? 'Somebody else'} saved this while you wrote`}>
          <p>
            Nothing is lost. The first box has your text, the second theirs. Put together in the first what
            you want to keep; saving it then replaces their version.
          </p>
        </Notice>
      )}
      <label htmlFor="ed-text" className={theirs && !running ? 'ed-label' : 'visually-hidden'}>
        {theirs && !running ? 'Your text' : `Text of ${file.title}`}
      </label>
      <textarea
        ref={box}
        id="ed-text"
        name="text"
        className="ed-box"
        defaultValue={state.text ?? file.text}
        readOnly={!mayEdit}
        autoComplete="off"
        spellCheck={file.isLesson || file.isSet}
        aria-describedby="ed-keys"
      />
      {!running && mayEdit && (
        <div className="ed-plain-save">
          <Button>Save</Button>
        </div>
      )}
      {!running && theirs && (
        <>
          <label htmlFor="ed-theirs" className="ed-label">
            Their text
          </label>
          <textarea id="ed-theirs" className="ed-box" defaultValue={theirs.text} readOnly />
        </>
      )}
    </form>
  );
}

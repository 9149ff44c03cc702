'use client';

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { FormState } from '@/rules/form-state';
import { clockWords } from '@/rules/time/ago';
import { countWords, longestText } from '@/rules/work/text';
import { type DraftPlace, type DraftState, openDraft, workTarget } from './draft-store';

type Props = {
  place: DraftPlace;
  saved: { text: string; revision: number; savedAt: string | null };
  /** By which this page is known among those that save the draft. */
  writer: string;
  lengths: { least: number; most: number };
  /** Where it is looked at before it is handed in. */
  review: string;
  /** Keeps the draft where there is no script, and leads on. */
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

const troubles = {
  offline: 'You are offline. Your text is kept on this device and sent when you are back.',
  'signed-out': 'You are signed out. Sign in again in another tab: your text is kept on this device.',
  over: 'This is not taken any more: it was handed in, or it has closed. Your text is kept on this device.',
} as const;

function savedWords({ trouble, savedAt, text }: DraftState): string {
  if (trouble) return troubles[trouble];
  if (savedAt) return `Saved ${clockWords(new Date(savedAt))}`;
  return text === '' ? '' : 'Saving …';
}

/** Where written work is written: the text is kept as it is typed, and without a script by a button. */
export function WorkEditor({ place, saved, writer, lengths, review, save }: Props) {
  const [answer, action] = useActionState(save, { status: 'idle' } satisfies FormState as FormState);
  const [state, setState] = useState<DraftState>({ ...saved, trouble: null, aside: null, shown: 0 });
  const [ready, setReady] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const store = useRef<ReturnType<typeof openDraft> | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one store for the draft that the page is about
  useEffect(() => {
    store.current = openDraft(workTarget(place), saved, writer, field.current?.value ?? saved.text, setState);
    setReady(true);
    return () => store.current?.close();
  }, [place.number, place.enrollmentId]);

  /** What is not sent yet goes first: only what the server has is handed in. */
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    if (!store.current) return;
    event.preventDefault();
    const all = await store.current.flush();
    setUnsent(!all);
    if (all) window.location.assign(review);
  };

  const words = countWords(state.text);
  const problem = answer.fields?.text ?? answer.message;
  return (
    <form action={action} onSubmit={onSubmit} className="work-editor">
      <input type="hidden" name="course" value={place.course} />
      <input type="hidden" name="lesson" value={place.lesson} />
      <input type="hidden" name="number" value={place.number} />
      <input type="hidden" name="base" value={answer.values?.base ?? saved.revision} />
      <input type="hidden" name="writer" value={writer} />
      <label htmlFor="text" className="font-semibold">
        Your text
      </label>
      <p id="text-hint" className="work-hint">
        {lengths.least} to {lengths.most} words. An empty line begins a new paragraph. It is saved as you
        write.
      </p>
      {problem && (
        <p role="alert" id="text-problem" className="work-trouble">
          {problem}
        </p>
      )}
      <textarea
        // A text from elsewhere is shown in a field made anew.
        key={`${state.shown}-${answer.values?.text ?? ''}`}
        ref={field}
        id="text"
        name="text"
        rows={14}
        maxLength={longestText}
        autoComplete="off"
        defaultValue={answer.values?.text ?? state.text}
        aria-describedby={problem ? 'text-problem text-hint' : 'text-hint'}
        onInput={(event) => store.current?.change(event.currentTarget.value)}
      />
      <div className="work-line">
        {ready && (
          <span>
            {words} {words === 1 ? 'word' : 'words'}
          </span>
        )}
        <span role="status" className={state.trouble ? 'work-trouble' : undefined}>
          {savedWords(state)}
        </span>
      </div>
      {state.aside !== null && (
        <section className="work-aside" aria-label="Written here and laid aside">
          <p>
            This was changed on another device meanwhile, and that text is shown above. What you wrote here is
            kept:
          </p>
          <textarea readOnly rows={6} value={state.aside} aria-label="What you wrote here" />
          <div className="finish-actions">
            <button
              type="button"
              className={buttonClass('secondary')}
              onClick={() => store.current?.takeAside()}
            >
              Use this text instead
            </button>
            <button type="button" className={buttonClass('quiet')} onClick={() => store.current?.dropAside()}>
              Let it go
            </button>
          </div>
        </section>
      )}
      {unsent && (
        <p role="alert" className="work-trouble">
          Your text has not reached the server yet, so it cannot be handed in. It is kept on this device. Try
          again when you are back.
        </p>
      )}
      <div className="finish-actions">
        <button type="submit" name="then" value="review" className={buttonClass('primary')}>
          Look at it and hand it in
        </button>
        {!ready && (
          <noscript>
            <button type="submit" name="then" value="save" className={buttonClass('secondary')}>
              Save the draft
            </button>
          </noscript>
        )}
      </div>
    </form>
  );
}

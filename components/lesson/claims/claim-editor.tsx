'use client';

import { type FormEvent, useActionState, useEffect, useMemo, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { FormResultContext } from '@/components/ui/form-result';
import type { EntryScreen } from '@/features/learning/claims/screen';
import { claimText, claimWordsOf, missingInWords } from '@/rules/claims/entry';
import { claimWordsIn } from '@/rules/claims/form';
import { entriesAsText } from '@/rules/claims/plain';
import type { FormState } from '@/rules/form-state';
import { clockWords } from '@/rules/time/ago';
import type { Trouble } from '../sender';
import { type DraftState, openDraft } from '../work/draft-store';
import { ClaimFields } from './claim-fields';
import { begunHere, entryTarget } from './entry-target';

type Props = {
  screen: EntryScreen;
  /** By which this page is known among those that save the entry. */
  writer: string;
  /** The address of the claim log. */
  log: string;
  save: (state: FormState, form: FormData) => Promise<FormState>;
};

const troubles: Record<NonNullable<Trouble>, string> = {
  offline: 'You are offline. Your entry is kept on this device and sent when you are back.',
  'signed-out': 'You are signed out. Sign in again in another tab: your entry is kept on this device.',
  over: 'This is not taken: the entry was taken out on another page, or the log is full. It is kept on this device.',
};

function savedWords({ trouble, savedAt }: DraftState, untouched: boolean): string {
  if (trouble) return troubles[trouble];
  if (savedAt) return `Saved ${clockWords(new Date(savedAt))}`;
  return untouched ? '' : 'Saving …';
}

/** Where an entry is written: it is kept as it is typed, and without a script by its button. */
export function ClaimEditor({ screen, writer, log, save }: Props) {
  const { course, lesson, passages, words, revision, savedAt } = screen;
  const saved = { text: claimText(words), revision, savedAt };
  const [answer, action] = useActionState(save, { status: 'idle' } satisfies FormState as FormState);
  const [state, setState] = useState<DraftState>({ ...saved, trouble: null, aside: null, shown: 0 });
  const [unsent, setUnsent] = useState(false);
  const store = useRef<ReturnType<typeof openDraft> | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const typed = () => claimText(claimWordsIn(new FormData(form.current ?? undefined)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: one store for the entry that the page is about
  useEffect(() => {
    const begun = begunHere(screen);
    store.current = openDraft(entryTarget(screen, begun.id()), saved, writer, typed(), (next) => {
      begun.note(next.savedAt !== null && next.text !== saved.text, next.text !== saved.text);
      setState(next);
    });
    return () => store.current?.close();
  }, [screen.id]);

  /** What is not sent yet goes first: the log shows what the server has. */
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    if (!store.current) return;
    event.preventDefault();
    const all = await store.current.flush();
    setUnsent(!all);
    if (all) window.location.assign(log);
  };

  const missing = missingInWords(claimWordsOf(state.text) ?? words);
  const titles = new Map([[lesson.id, lesson.title]]);
  const aside = state.aside === null ? null : claimWordsOf(state.aside);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed stands in the fields already
  const inFields = useMemo(() => claimWordsOf(state.text) ?? words, [state.shown]);
  const untouched = state.text === saved.text;
  return (
    <FormResultContext value={answer}>
      <form
        ref={form}
        action={action}
        onSubmit={onSubmit}
        onInput={() => store.current?.change(typed())}
        noValidate
        className="claim-editor"
      >
        <input type="hidden" name="course" value={course.slug} />
        <input type="hidden" name="lesson" value={lesson.id} />
        <input type="hidden" name="entry" value={screen.id} />
        <input type="hidden" name="base" value={answer.values?.base ?? revision} />
        <input type="hidden" name="writer" value={writer} />
        {answer.message && (
          <p role="alert" className="work-trouble">
            {answer.message}
          </p>
        )}
        {/* Words from elsewhere are shown in fields made anew. */}
        <ClaimFields key={state.shown} words={inFields} passages={passages} />
        <div className="work-line">
          <span>{missing ?? 'Nothing is missing.'}</span>
          <span role="status" className={state.trouble ? 'work-trouble' : undefined}>
            {savedWords(state, untouched)}
          </span>
        </div>
        {aside && (
          <section className="work-aside" aria-label="Written here and laid aside">
            <p>
              This entry was changed on another device meanwhile, and that is shown above. What you wrote here
              is kept:
            </p>
            <textarea
              readOnly
              rows={6}
              value={entriesAsText([{ ...aside, id: screen.id, lesson: lesson.id }], titles)}
              aria-label="What you wrote here"
            />
            <div className="finish-actions">
              <button
                type="button"
                className={buttonClass('secondary')}
                onClick={() => store.current?.takeAside()}
              >
                Use this instead
              </button>
              <button
                type="button"
                className={buttonClass('quiet')}
                onClick={() => store.current?.dropAside()}
              >
                Let it go
              </button>
            </div>
          </section>
        )}
        {unsent && (
          <p role="alert" className="work-trouble">
            Your entry has not reached the server yet. It is kept on this device. Try again when you are back.
          </p>
        )}
        <div className="finish-actions">
          <button type="submit" className={buttonClass('primary')}>
            Save, and go to your claim log
          </button>
        </div>
      </form>
    </FormResultContext>
  );
}

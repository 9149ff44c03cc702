'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { PassageView } from '@/features/authoring/sources/get-document';
import {
  type EvidenceLevel,
  evidenceLevels,
  type SpeechMode,
  speechModes,
} from '@/rules/sources/evidence-levels';
import { PassageField } from './passage-field';
import { SplitForm } from './split-form';
import type { PassageState } from './states';
import { Theirs } from './theirs';

type Props = {
  passage: PassageView;
  language: string;
  course: string;
  document: string;
  action: (state: PassageState, form: FormData) => Promise<PassageState>;
  /** Shows what is being saved before it is. */
  show: (given: Partial<PassageView>) => void;
};

const modes = Object.entries(speechModes) as [SpeechMode, string][];
const levels = Object.entries(evidenceLevels) as [EvidenceLevel, string][];

/** The form in which a person says what a passage is. What was typed stays, also when somebody was quicker. */
export function PassageEditor({ passage, language, course, document, action, show }: Props) {
  const [state, save, pending] = useActionState(action, { status: 'idle' });
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'idle') said.current?.focus();
  }, [state]);
  const { id } = passage;
  const typed = state.status === 'done' ? undefined : state.values;
  const value = (name: string) => typed?.[name] ?? String(passage[name as keyof PassageView] ?? '');
  const field = { id, value, problems: state.fields };

  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    show({
      speaker: text('speaker'),
      mode: text('mode') as SpeechMode,
      verb: text('verb') || null,
      theme: text('theme') || null,
      evidence: (text('evidence') || null) as EvidenceLevel | null,
      title: text('title') || null,
      zh: text('zh') || null,
      paraphrase: text('paraphrase') || null,
      proposed: null,
    });
    save(form);
  };

  return (
    <details className="source-editor" open={state.status === 'idle' ? undefined : true}>
      <summary className="source-tool">
        {passage.sentences.length > 1 ? 'Correct or split' : 'Correct'}
        <span className="visually-hidden"> {id}</span>
      </summary>
      <form action={hydrated ? send : save} noValidate>
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="document" value={document} />
        <input type="hidden" name="passage" value={id} />
        <input type="hidden" name="version" value={state.version ?? passage.version} />
        {state.status !== 'idle' && (
          <div
            ref={said}
            tabIndex={-1}
            role={state.status === 'done' ? 'status' : 'alert'}
            className="source-editor-said"
          >
            {state.status === 'done' && 'Saved.'}
            {state.theirs && <Theirs theirs={state.theirs} typed={typed ?? {}} />}
            {state.status !== 'done' &&
              !state.theirs &&
              (state.message ?? Object.values(state.fields ?? {}).join(' '))}
          </div>
        )}
        <div className="source-editor-fields">
          <PassageField {...field} name="speaker" label="Speaker" list="known-speakers" />
          <PassageField {...field} name="mode" label="How the words are carried" options={modes} />
          <PassageField {...field} name="verb" label="Reporting verb" />
          <PassageField {...field} name="theme" label="Theme or directive" list="known-themes" />
          <PassageField
            {...field}
            name="evidence"
            label="Evidence level"
            options={[
              ['', 'None: it claims nothing'],
              ...levels.map(([level, words]) => [level, `${level} ${words}`] as const),
            ]}
          />
          <PassageField {...field} name="title" label="Short title" />
          <PassageField {...field} name="zh" label="Key phrase in Chinese" lang="zh" />
          <PassageField {...field} name="pinyin" label="Pinyin" />
          <PassageField {...field} name="paraphrase" label="In our own words" rows={3} />
        </div>
        <button type="submit" className={buttonClass('primary')} aria-disabled={pending}>
          {pending ? 'Saving …' : state.theirs ? `Save mine over theirs` : `Save ${id}`}
        </button>
      </form>
      <SplitForm passage={passage} language={language} />
    </details>
  );
}

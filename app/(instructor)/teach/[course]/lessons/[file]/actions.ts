'use server';

import { refresh } from 'next/cache';
import type { PlainSave } from '@/components/studio/editor/plain-form';
import { addGlossaryEntry } from '@/features/authoring/editor/add-glossary-entry';
import { addSource } from '@/features/authoring/editor/add-source';
import { saveDraftFile } from '@/features/authoring/editor/save-draft-file';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Saves the plain form, for browsers without JavaScript. What was typed always comes back. */
export async function saveFileAction(state: PlainSave, form: FormData): Promise<PlainSave> {
  // A form sends lines as CR LF, whatever they were.
  const text = String(form.get('text') ?? '').replace(/\r\n?/g, '\n');
  const result = await submit(saveDraftFile, form, { text });
  const kept = { text, version: Number(form.get('version')), theirs: state.theirs };
  if (result.output === null) {
    const message = result.state.message ?? Object.values(result.state.fields ?? {})[0];
    return { ...kept, status: 'failed', message: message ?? 'It was not saved.' };
  }
  if (!result.output.ok) return { ...kept, status: 'conflict', message: '', theirs: result.output.current };
  return { text, version: result.output.version, theirs: null, status: 'saved', message: '' };
}

/** The page is shown anew, so that the new entry is among what can be chosen. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

export async function addGlossaryEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(addGlossaryEntry, form)).state);
}

export async function addSourceAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(addSource, form)).state);
}

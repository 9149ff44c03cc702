'use server';

import { refresh } from 'next/cache';
import type { DeedState, PassageState } from '@/components/studio/sources/states';
import type { PassageBefore } from '@/features/authoring/sources/as-before';
import { confirmPassages } from '@/features/authoring/sources/confirm-passages';
import { correctPassage } from '@/features/authoring/sources/correct-passage';
import { mergePassages } from '@/features/authoring/sources/merge-passages';
import { removePassage } from '@/features/authoring/sources/remove-passage';
import { restorePassages } from '@/features/authoring/sources/restore-passages';
import { restoreRemoved } from '@/features/authoring/sources/restore-removed';
import { setSpeaker } from '@/features/authoring/sources/set-speaker';
import { splitPassage } from '@/features/authoring/sources/split-passage';
import { keptValues, submit } from '@/server/call';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');
/** An operation gets exactly its input; what else is in the form is only for the form. */
const none = () => new FormData();
const named = (form: FormData) => ({ course: text(form, 'course'), document: text(form, 'document') });

export async function correctPassageAction(_state: PassageState, form: FormData): Promise<PassageState> {
  const { state, output } = await submit(correctPassage, form);
  if (output?.ok) refresh();
  if (!output || output.ok) return state;
  const { theirs, version } = output;
  return { status: 'refused', code: 'changed-meanwhile', values: keptValues(form), theirs, version };
}

/** What was done to several passages, with what undoes it. */
const undoable = (message: string, before: PassageBefore[]) => ({
  message,
  undo: { before: JSON.stringify(before) },
});

function beforeIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** One thing done to passages: what it was, what came of it, and what to look at next. */
const deeds: Record<string, (form: FormData) => Promise<DeedState>> = {
  async confirm(form) {
    const { state, output } = await submit(confirmPassages, none(), {
      ...named(form),
      passages: form.getAll('passages'),
    });
    return { ...state, ...(output && undoable(`${counted(output.changed)} checked.`, output.before)) };
  },
  async speaker(form) {
    const input = { ...named(form), passages: form.getAll('passages'), speaker: text(form, 'speaker') };
    const { state, output } = await submit(setSpeaker, none(), input);
    const said = output && undoable(`The speaker of ${counted(output.changed)} is set.`, output.before);
    return { ...state, ...said };
  },
  async undo(form) {
    const { state, output } = await submit(restorePassages, none(), {
      ...named(form),
      before: beforeIn(text(form, 'before')),
    });
    return {
      ...state,
      ...(output && { message: `Undone: ${counted(output.restored)} as before.` }),
    };
  },
  async merge(form) {
    const input = { ...named(form), passage: text(form, 'passage'), next: text(form, 'next') };
    const { state, output } = await submit(mergePassages, none(), input);
    const done = output && {
      message: `${output.gone} is part of ${output.kept} now.`,
      focus: `passage-${output.kept}`,
    };
    return { ...state, ...done };
  },
  async split(form) {
    const input = { ...named(form), passage: text(form, 'passage'), at: text(form, 'at') };
    const { state, output } = await submit(splitPassage, none(), input);
    const done = output && {
      message: `${output.added} was split off from ${output.kept}.`,
      focus: `passage-${output.added}`,
    };
    return { ...state, ...done };
  },
  async remove(form) {
    const { state, output } = await submit(removePassage, none(), {
      ...named(form),
      passage: text(form, 'passage'),
    });
    const done = output && {
      message: `${output.removed} is taken out. It can be put back where it stood.`,
      focus: `removed-${output.removed}`,
    };
    return { ...state, ...done };
  },
  async restore(form) {
    const input = { ...named(form), index: text(form, 'index'), version: text(form, 'version') };
    const { state, output } = await submit(restoreRemoved, none(), input);
    const done = output && {
      message: `${output.restored} stands in the text again.`,
      focus: `passage-${output.restored}`,
    };
    return { ...state, ...done };
  },
};

const counted = (passages: number): string => (passages === 1 ? '1 passage' : `${passages} passages`);

export async function passageDeedAction(_state: DeedState, form: FormData): Promise<DeedState> {
  const state = await deeds[text(form, 'deed')]?.(form);
  if (!state) return { status: 'refused', message: 'Nothing was chosen.' };
  if (state.status === 'done') refresh();
  return state;
}

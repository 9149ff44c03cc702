'use server';

import { redirect } from 'next/navigation';
import { startAttempt } from '@/features/learning/quizzes/start-attempt';
import { submitAttempt } from '@/features/learning/quizzes/submit-attempt';
import { removeWorkFile } from '@/features/learning/work/files/remove-work-file';
import { handInLog } from '@/features/learning/work/hand-in-log';
import { handInWork } from '@/features/learning/work/hand-in-work';
import { saveDraft } from '@/features/learning/work/save-draft';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

const attemptAddress = (form: FormData, attempt: number): string =>
  `/learn/${String(form.get('course'))}/${String(form.get('lesson'))}/attempts/${attempt}`;

export async function startAttemptAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(startAttempt, form);
  if (!output) return state;
  redirect(attemptAddress(form, output.attempt));
}

/** Without a state: whatever came of it, the page of the attempt shows it. */
export async function handInAction(form: FormData): Promise<void> {
  const { output } = await submit(submitAttempt, form);
  redirect(attemptAddress(form, output?.attempt ?? Number(form.get('attempt'))));
}

const lessonAddress = (form: FormData): string =>
  `/learn/${String(form.get('course'))}/${String(form.get('lesson'))}`;

/** For who writes without a script: keeps the draft, and leads to the last look at it where that was asked for. */
export async function saveDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  const then = form.get('then');
  form.delete('then');
  const { state, output } = await submit(saveDraft, form);
  if (!output) return state;
  if (!output.own) {
    const text =
      'This was changed on another device meanwhile, so it was not saved. Your text is still here: save it again to have it in place of the other.';
    return {
      status: 'invalid',
      fields: { text },
      values: { ...keptValues(form), base: String(output.revision) },
    };
  }
  const review = then === 'review' ? `?hand-in=${String(form.get('number'))}` : '';
  redirect(`${lessonAddress(form)}${review}#work`);
}

export async function handInWorkAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(handInWork, form);
  if (!output) return state;
  redirect(`${lessonAddress(form)}#work`);
}

/** Takes a file out of what is handed in, and says so with what brings it back; or brings it back. */
export async function removeFileAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(removeWorkFile, form);
  if (!output) return state;
  const undo = output.removed ? `?removed=${String(form.get('file'))}` : '';
  redirect(`${lessonAddress(form)}${undo}#work-files`);
}

/** Which entries are handed in comes as several fields; as one text their ids stand between spaces. */
export async function handInLogAction(_state: FormState, form: FormData): Promise<FormState> {
  const entries = form.getAll('entries').map(String);
  form.set('entries', entries.join(' '));
  const { state, output } = await submit(handInLog, form, { entries });
  if (!output) return state;
  redirect(`${lessonAddress(form)}#work`);
}

'use server';

import { redirect } from 'next/navigation';
import { actOnLearners } from '@/features/enrollment/care/act-on-learners';
import { previewReminder } from '@/features/enrollment/care/preview-reminder';
import { sendReminders } from '@/features/enrollment/care/send-reminders';
import type { FormState } from '@/rules/form-state';
import { keptValues, siteAddress, submit } from '@/server/call';

/** The fields of the form without the button that sent it and what it showed last. */
function wordsOf(form: FormData): FormData {
  const words = new FormData();
  for (const [name, value] of form) if (name !== 'step') words.append(name, value);
  return words;
}

export async function remindAction(_state: FormState, form: FormData): Promise<FormState> {
  const words = wordsOf(form);
  const extra = { address: siteAddress() };
  if (form.get('step') === 'preview') {
    const { state, output } = await submit(previewReminder, words, extra);
    if (!output) return state;
    const { recipient, subject, body } = output;
    const shown = { previewTo: recipient, previewSubject: subject, previewBody: body };
    return { status: 'idle', values: { ...keptValues(words), ...shown } };
  }
  const { state, output } = await submit(sendReminders, words, extra);
  if (output) redirect(`/teach/${output.course}/care/reminders/${output.batchId}`);
  return state;
}

export async function actAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(actOnLearners, form);
  if (output) redirect(`/teach/${output.course}/batches/${output.batchId}`);
  return state;
}

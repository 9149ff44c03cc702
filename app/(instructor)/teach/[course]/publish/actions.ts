'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkPublication } from '@/features/authoring/publishing/check-publication';
import { publishDraft } from '@/features/authoring/publishing/publish-draft';
import { schedulePublication } from '@/features/authoring/publishing/schedule-publication';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { keptValues, submit } from '@/server/call';

const reviewed = ['course', 'reviewed', 'against', 'note', 'moves'];

/** The fields of a form that an operation takes. */
function only(form: FormData, names: string[]): FormData {
  const part = new FormData();
  for (const name of names) part.set(name, String(form.get(name) ?? ''));
  return part;
}

/**
 * Publishes now or schedules it, as the form says. The draft is compiled first, outside the transaction of
 * publishing. When it changed meanwhile the page shows it as it is now, with all that was typed.
 */
export async function publishAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = keptValues(form);
  const checked = await submit(checkPublication, only(form, ['course']));
  if (!checked.output) return { ...checked.state, values };
  const later = form.get('when') === 'later';
  const answer = later
    ? await submit(schedulePublication, only(form, [...reviewed, 'date', 'time']))
    : await submit(publishDraft, only(form, reviewed));
  const { output } = answer;
  if (output?.ok)
    redirect(`/teach/${values.course}/editions?${'number' in output ? told(output) : 'did=scheduled'}`);
  const state = await answerState(answer, form);
  if (state.code !== 'changed-meanwhile') return { ...state, values };
  refresh();
  const message =
    'The draft was changed since you looked at it, or somebody else is publishing. Nothing was published. The page now shows what there is: look at it again.';
  return { ...state, message, values };
}

const told = (output: { number: number; outcome: string; moved: number; finished: number }): string =>
  new URLSearchParams({
    did: output.outcome,
    edition: String(output.number),
    moved: String(output.moved),
    finished: String(output.finished),
  }).toString();

'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { markAnswer } from '@/features/learning/marking/mark-answer';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

/** Marks an answer, and leads to the next that waits where its button says so. */
export async function markAction(_state: FormState, form: FormData): Promise<FormState> {
  const levels = [...form].filter(([name, value]) => name.startsWith('level-') && value !== '');
  const scores = Object.fromEntries(levels.map(([name, value]) => [name.slice('level-'.length), value]));
  const fields = new FormData();
  for (const name of ['course', 'lesson', 'mark', 'version', 'comment'])
    fields.set(name, String(form.get(name) ?? ''));
  const { state, output } = await submit(markAnswer, fields, { scores });
  // What another marked meanwhile is shown beside what was chosen here.
  if (state.code === 'mark-changed') refresh();
  if (!output) return { ...state, values: keptValues(form) };
  const room = `/teach/${String(form.get('course'))}/quizzes/${String(form.get('lesson'))}/marking`;
  redirect(form.get('then') === 'next' && output.next ? `${room}/${output.next}` : `${room}?did=marked`);
}

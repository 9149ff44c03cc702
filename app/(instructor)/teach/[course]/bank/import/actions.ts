'use server';

import { redirect } from 'next/navigation';
import type { ImportState } from '@/components/studio/bank/import-form';
import type { Arrival } from '@/features/authoring/bank/arrivals';
import { importQuestions } from '@/features/authoring/bank/import-questions';
import { previewQuestions } from '@/features/authoring/bank/preview-questions';
import { counted } from '@/rules/authoring/outline-words';
import { keptValues, submit } from '@/server/call';

const largest = 1024 * 1024;

/** The text of a chosen file, or why it is none. */
async function textOf(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size > largest) return { problem: 'This file is larger than 1 MB. Take it in in parts.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { problem: 'This file is not a text in UTF-8.' };
  }
}

/** An arrival as the report tells it. */
function told(one: Arrival): NonNullable<ImportState['found']>[number] {
  if (one.kind === null) return { title: one.title, notes: [], why: one.why };
  const { title, notes, markdown, toWrite, problems } = one;
  const write = toWrite === 0 ? [] : [`Before it is published: ${counted(toWrite, 'text')} to write.`];
  return {
    title,
    markdown,
    why: null,
    notes: [...notes, ...write, ...problems.map((problem) => `To be put right in the set: ${problem}.`)],
  };
}

export async function importQuestionsAction(_state: ImportState, form: FormData): Promise<ImportState> {
  const file = form.get('file');
  const take = form.get('do') === 'take';
  form.delete('file');
  form.delete('do');
  if (file instanceof File && file.size > 0) {
    const read = await textOf(file);
    if ('problem' in read)
      return { status: 'invalid', fields: { file: read.problem }, values: keptValues(form) };
    // A file cannot be put back into a form; its text can.
    form.set('text', read.text);
  }
  const course = String(form.get('course'));
  if (take) {
    const { state, output } = await submit(importQuestions, form);
    if (output) redirect(`/teach/${course}/bank/${output.fileId}`);
    return state;
  }
  const asked = new FormData();
  for (const name of ['course', 'text']) asked.set(name, String(form.get(name) ?? ''));
  const { state, output } = await submit(previewQuestions, asked);
  const values = keptValues(form);
  return output ? { status: 'done', found: output.map(told), values } : { ...state, values };
}

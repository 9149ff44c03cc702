'use server';

import { redirect } from 'next/navigation';
import type { ImportState } from '@/components/studio/bank/import-form';
import type { Arrival } from '@/features/authoring/bank/arrivals';
import { importQuestions } from '@/features/authoring/bank/import-questions';
import { previewQuestions } from '@/features/authoring/bank/preview-questions';
import { counted } from '@/rules/counted';
import { keptValues, submit } from '@/server/call';
import { isArchive, PackageRefused, unpackQuestions } from '@/server/question-package';

const largest = 1024 * 1024;

/** The text of a chosen file, of a package the texts in it, or why it has none. */
async function textOf(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size > largest) return { problem: 'This file is larger than 1 MB. Take it in in parts.' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (isArchive(bytes)) return { text: await unpackQuestions(bytes) };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof PackageRefused) return { problem: error.message };
    // Only bytes that are no text are told by this type.
    if (!(error instanceof TypeError)) throw error;
    return { problem: 'This file is neither a text in UTF-8 nor a package.' };
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

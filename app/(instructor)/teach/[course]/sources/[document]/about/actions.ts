'use server';

import { redirect } from 'next/navigation';
import { correctDocument } from '@/features/authoring/sources/correct-document';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function correctDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(correctDocument, form);
  if (output) redirect(`/teach/${String(form.get('course'))}/sources/${String(form.get('document'))}`);
  return state;
}

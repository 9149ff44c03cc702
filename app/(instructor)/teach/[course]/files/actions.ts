'use server';

import { redirect } from 'next/navigation';
import { addDraftFile } from '@/features/authoring/editor/add-draft-file';
import type { FormState } from '@/rules/form-state';
import { formValues, submit } from '@/server/call';

export async function addDraftFileAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(addDraftFile, form);
  if (output) redirect(`/teach/${formValues(form).course}/files/${output.fileId}`);
  return state;
}

'use server';

import { redirect } from 'next/navigation';
import { createFromImport } from '@/features/authoring/exchange/create-from-import';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function createFromImportAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(createFromImport, form);
  if (output) redirect(`/teach/${output.slug}/outline`);
  return state;
}

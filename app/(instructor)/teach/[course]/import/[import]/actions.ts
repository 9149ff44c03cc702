'use server';

import { redirect } from 'next/navigation';
import { applyImport } from '@/features/authoring/exchange/apply-import';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function applyImportAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(applyImport, form);
  if (output)
    redirect(
      `/teach/${encodeURIComponent(String(form.get('course')))}/import?applied=${output.former ?? 'none'}`,
    );
  return state;
}

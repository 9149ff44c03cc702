'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/rules/form-state';
import { receiveDocument } from './receive';

export async function addDocumentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, href } = await receiveDocument(form);
  if (href) redirect(href);
  return state;
}

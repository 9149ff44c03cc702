'use server';

import { redirect } from 'next/navigation';
import { retryMail } from '@/features/accounts/retry-mail';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function retryMailAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(retryMail, form);
  if (output) redirect(`/admin/mails?again=${output.count}`);
  return state;
}

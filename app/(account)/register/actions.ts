'use server';

import { register } from '@/features/accounts/register';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { requestOrigin } from '@/server/auth';
import { siteAddress, submit } from '@/server/call';

/** Makes an account, or says exactly the same when the address has one. */
export async function registerAction(_state: FormState, form: FormData): Promise<FormState> {
  const { ip } = await requestOrigin();
  return answerState(await submit(register, form, { ip, address: siteAddress() }), form);
}

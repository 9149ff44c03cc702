'use server';

import { requestPasswordReset } from '@/features/accounts/request-password-reset';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { requestOrigin } from '@/server/auth';
import { siteAddress, submit } from '@/server/call';

/** Mails a link to set a new password, or says exactly the same when nobody has the address. */
export async function forgotPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { ip } = await requestOrigin();
  return answerState(await submit(requestPasswordReset, form, { ip, address: siteAddress() }), form);
}

'use server';

import { setTimeout as pause } from 'node:timers/promises';
import { requestPasswordReset } from '@/features/accounts/request-password-reset';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { requestOrigin } from '@/server/auth';
import { siteAddress, submit } from '@/server/call';

/** Longer than the work ever takes: the time of an answer then tells nothing, however far the database is. */
const everyAnswerMs = 300;

/** Mails a link to set a new password, or says exactly the same when nobody has the address. */
export async function forgotPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { ip } = await requestOrigin();
  const [answer] = await Promise.all([
    submit(requestPasswordReset, form, { ip, address: siteAddress() }),
    pause(everyAnswerMs),
  ]);
  return answerState(answer, form);
}

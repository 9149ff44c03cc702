'use server';

import { redirect } from 'next/navigation';
import { changeEnrollment } from '@/features/enrollment/roster/change-enrollment';
import type { FormState } from '@/rules/form-state';
import { siteAddress, submit } from '@/server/call';

/** Does one thing to one enrollment; its page then shows what came of it. */
export async function changeEnrollmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(changeEnrollment, form, { address: siteAddress() });
  if (output) redirect(`/teach/${form.get('course')}/roster/${form.get('enrollment')}?did=${output.did}`);
  return state;
}

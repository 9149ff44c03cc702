'use server';

import { redirect } from 'next/navigation';
import { releaseGrades } from '@/features/learning/gradebook/release-grades';
import { withholdGrades } from '@/features/learning/gradebook/withhold-grades';
import type { FormState } from '@/rules/form-state';
import { siteAddress, submit } from '@/server/call';

const pageOf = (form: FormData): string =>
  `/teach/${form.get('course')}/grades/items/${encodeURIComponent(String(form.get('item')))}`;

/** Releases grades of an item; its page then says how many. */
export async function releaseGradesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(releaseGrades, form, { address: siteAddress() });
  if (output) redirect(`${pageOf(form)}?released=${output.grades}&mails=${output.mails}`);
  return state;
}

/** Hides grades of an item again. */
export async function withholdGradesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(withholdGrades, form);
  if (output) redirect(`${pageOf(form)}?hidden=${output.grades}`);
  return state;
}

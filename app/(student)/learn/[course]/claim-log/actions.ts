'use server';

import { redirect } from 'next/navigation';
import { deleteClaimEntry } from '@/features/learning/claims/delete-claim-entry';
import { restoreClaimEntry } from '@/features/learning/claims/restore-claim-entry';
import { saveClaimEntry } from '@/features/learning/claims/save-claim-entry';
import { claimWordsOf } from '@/rules/claims/entry';
import { entriesAsText } from '@/rules/claims/plain';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

const logAddress = (form: FormData): string => `/learn/${String(form.get('course'))}/claim-log`;

/** For who writes without a script: keeps the entry and leads to the log, or shows what another device has kept. */
export async function saveClaimEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  // A form without passages to choose from has no such field.
  const passage = String(form.get('passage') ?? '');
  const { state, output } = await submit(saveClaimEntry, form, { passage });
  if (!output) return state;
  if (output.own) redirect(`${logAddress(form)}#entry-${String(form.get('entry'))}`);
  const theirs = claimWordsOf(output.text ?? '');
  const lesson = String(form.get('lesson'));
  const kept = theirs ? entriesAsText([{ ...theirs, id: '', lesson }], new Map()) : '';
  return {
    status: 'invalid',
    message: `This was changed on another device meanwhile, so it was not saved. Your words are still here: save them again to have them in place of the other. There it reads: ${kept.split('\n').slice(1).join(' · ')}`,
    values: { ...keptValues(form), base: String(output.revision) },
  };
}

export async function deleteClaimEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(deleteClaimEntry, form);
  if (!output) return state;
  redirect(`${logAddress(form)}?out=${output.entry}`);
}

export async function restoreClaimEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(restoreClaimEntry, form);
  if (!output) return state;
  redirect(`${logAddress(form)}#entry-${output.entry}`);
}

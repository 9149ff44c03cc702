'use server';

import { redirect } from 'next/navigation';
import { deleteBankComment } from '@/features/learning/work/comments/delete-bank-comment';
import { keepBankComment } from '@/features/learning/work/comments/keep-bank-comment';
import { putComment } from '@/features/learning/work/comments/put-comment';
import type { FormState } from '@/rules/form-state';
import { keptValues, partOf, submit } from '@/server/call';

const bank = (form: FormData): string => `/teach/${String(form.get('course'))}/work/comments`;

/** Does with a comment on a text what its button says: keeps it, deletes it, brings it back, or keeps it for later. */
export async function commentAction(_state: FormState, form: FormData): Promise<FormState> {
  const then = form.get('then');
  if (then === 'bank') {
    const kept = new FormData();
    kept.set('course', String(form.get('course')));
    kept.set('text', String(form.get('says')));
    const { state, output } = await submit(keepBankComment, kept, { id: crypto.randomUUID() });
    return output ? { status: 'done', message: 'It is in the comment bank.' } : state;
  }
  const fields = partOf(form, ['course', 'submission', 'id', 'says', 'paragraph', 'words']);
  if (then === 'delete') fields.delete('says');
  const { state, output } = await submit(putComment, fields, { deleted: then === 'delete' });
  if (!output) return { ...state, values: keptValues(form) };
  const page = `/teach/${String(form.get('course'))}/work/${String(form.get('submission'))}`;
  redirect(then === 'delete' ? `${page}?deleted=${output.comment.id}` : page);
}

/** Keeps a comment of the bank: a new one, other words of one, or one that was deleted. */
export async function keepBankCommentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(keepBankComment, form);
  if (!output) return { ...state, values: keptValues(form) };
  redirect(`${bank(form)}?did=kept`);
}

export async function deleteBankCommentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(deleteBankComment, partOf(form, ['course', 'id']));
  if (output === null) return state;
  redirect(`${bank(form)}?deleted=${String(form.get('id'))}`);
}

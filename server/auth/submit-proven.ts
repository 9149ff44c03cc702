import 'server-only';
import type { z } from 'zod';
import { provePassword } from '@/features/accounts/prove-password';
import type { FormState } from '@/rules/form-state';
import { answerState } from '../answer-state';
import { keptValues, submit } from '../call';
import type { Operation } from '../operation';

/**
 * Like `submit`, for operations that need a fresh password: a form with a `ProofField` has it beside what it
 * is needed for. The password is judged first and by itself, so that a wrong one is counted.
 */
export async function submitProven<Schema extends z.ZodType, Output>(
  // biome-ignore lint/suspicious/noExplicitAny: an operation by anybody
  op: Operation<any, Schema, any, Output>,
  form: FormData,
  extra: Record<string, unknown> = {},
): Promise<{ state: FormState; output: Output | null }> {
  const password = form.get('password');
  form.delete('password');
  if (typeof password === 'string') {
    const proof = new FormData();
    proof.set('password', password);
    const state = await answerState(await submit(provePassword, proof), form, {
      'wrong-password': 'password',
    });
    if (state.status !== 'done') return { state: { ...state, values: keptValues(form) }, output: null };
  }
  return submit(op, form, extra);
}

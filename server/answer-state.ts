import 'server-only';
import type { Answer } from '@/rules/answer';
import type { FormState } from '@/rules/form-state';
import { type RefusalCode, refusals } from '@/rules/refusals';
import { failureState, keptValues } from './call';
import { InvalidInput, Refused } from './operation';

type Submitted = { state: FormState; output: Answer | null };

/**
 * The state of a form whose operation answers yes or no: a no becomes a refusal above the form or, where
 * `at` names one, the mistake of a field. Passwords and the secrets of links are never sent back.
 */
export async function answerState(
  { state, output }: Submitted,
  form: FormData,
  at: Partial<Record<RefusalCode, string>> = {},
): Promise<FormState> {
  if (output === null || output.ok) return state;
  const { code } = output;
  const field = at[code];
  const error = field ? new InvalidInput({ [field]: refusals[code] }) : new Refused(code);
  return failureState(error, keptValues(form));
}

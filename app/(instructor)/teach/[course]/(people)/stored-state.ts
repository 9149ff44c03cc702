import type { StoredState } from '@/components/roster/stored-now';
import type { FormState } from '@/rules/form-state';

/** After a conflict the form gets what is stored now, to be shown beside what was typed. */
export async function storedState(
  state: FormState,
  read: () => Promise<NonNullable<StoredState['stored']> | null>,
): Promise<StoredState> {
  if (state.code !== 'changed-meanwhile') return state;
  const stored = await read();
  if (!stored) return state;
  return {
    ...state,
    message:
      'Somebody saved this after you had opened it. Nothing was overwritten: what you typed is still here, and what is stored now stands beside it where the two differ. Saving again stores what is in the fields.',
    stored,
  };
}

import 'server-only';
import { refresh } from 'next/cache';
import type { Saved } from '@/features/authoring/outline/save-fields';
import type { FormState } from '@/rules/form-state';
import { instantWords } from '@/rules/time/ago';
import { keptValues } from '@/server/call';

/** Takes from a form the version that somebody chose to save over, in place of the one they had opened. */
export function takeOver(form: FormData): { version?: string } {
  const over = form.get('over');
  form.delete('over');
  return typeof over === 'string' && over !== '' ? { version: over } : {};
}

/** The state of a details form: saved, or who saved before, with all that was typed. */
export function told(
  { state, output }: { state: FormState; output: Saved | null },
  form: FormData,
  what: 'lesson' | 'module',
): FormState {
  if (output === null) return state;
  if (output.ok) {
    refresh();
    return state;
  }
  const { by, at, version } = output;
  return {
    status: 'refused',
    code: 'changed-meanwhile',
    message: `${by ?? 'Somebody'} saved this ${what} on ${instantWords(at)}, after you opened this page. Nothing was overwritten, and what you typed is still here.`,
    values: { ...keptValues(form), latest: String(version) },
  };
}

import type { SettingsValues } from '@/features/authoring/courses/settings-values';
import type { FormState } from '@/rules/form-state';

/** When somebody saved meanwhile: what is stored now, to be seen beside what was typed. */
export type SettingsState = FormState & {
  stored?: { version: number; saved: string; values: SettingsValues };
};

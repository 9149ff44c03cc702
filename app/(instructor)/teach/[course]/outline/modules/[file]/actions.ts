'use server';

import { saveModuleDetails } from '@/features/authoring/outline/save-module-details';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';
import { takeOver, told } from '../../told';

export async function saveModuleDetailsAction(_state: FormState, form: FormData): Promise<FormState> {
  const version = takeOver(form);
  return told(await submit(saveModuleDetails, form, version), form, 'module');
}

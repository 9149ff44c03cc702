'use server';

import { saveLessonDetails } from '@/features/authoring/outline/save-lesson-details';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';
import { takeOver, told } from '../../../outline/told';

/** A field that a form may send several times; as one text its parts stand between spaces. */
const several = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => String(value).split(/[\s,]+/));

export async function saveLessonDetailsAction(_state: FormState, form: FormData): Promise<FormState> {
  const version = takeOver(form);
  const lists = {
    directives: several(form, 'directives'),
    prerequisites: several(form, 'prerequisites'),
  };
  for (const [name, list] of Object.entries(lists)) form.set(name, list.join(' '));
  return told(await submit(saveLessonDetails, form, { ...version, ...lists }), form, 'lesson');
}

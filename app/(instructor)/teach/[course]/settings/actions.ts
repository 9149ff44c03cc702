'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { SettingsState } from '@/components/studio/courses/settings-state';
import { lastSaved } from '@/components/studio/courses/words';
import { addStaff } from '@/features/authoring/courses/add-staff';
import { archiveCourse } from '@/features/authoring/courses/archive-course';
import { duplicateCourse } from '@/features/authoring/courses/duplicate-course';
import { getCourseSettings } from '@/features/authoring/courses/get-course-settings';
import { removeStaff } from '@/features/authoring/courses/remove-staff';
import { restoreCourse } from '@/features/authoring/courses/restore-course';
import { saveCourseSettings } from '@/features/authoring/courses/save-course-settings';
import { setStaffRole } from '@/features/authoring/courses/set-staff-role';
import type { FormState } from '@/rules/form-state';
import { instantWords } from '@/rules/time/ago';
import { answerState } from '@/server/answer-state';
import { call, siteAddress, submit } from '@/server/call';

/** What the page shows is read anew once something has changed. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

/** Saves; after a conflict the form gets what is stored now, and by whom, to be shown beside what was typed. */
export async function saveCourseSettingsAction(_state: FormState, form: FormData): Promise<SettingsState> {
  const { state } = await submit(saveCourseSettings, form);
  if (state.code !== 'changed-meanwhile') return shownAnew(state);
  const { words } = await call(getCourseSettings, { course: String(form.get('course')) });
  if (!words) return state;
  return {
    ...state,
    message: `${words.savedBy ?? 'Somebody'} saved this on ${instantWords(words.savedAt)}, after you had opened it. Nothing was overwritten: what you typed is still here, and what is stored now stands beside it where the two differ. Saving again stores what is in the fields.`,
    stored: { version: words.version, saved: lastSaved(words), values: words.values },
  };
}

export async function addStaffAction(_state: FormState, form: FormData): Promise<FormState> {
  const answer = await submit(addStaff, form, { address: siteAddress() });
  return shownAnew(
    await answerState(answer, form, { 'no-such-instructor': 'email', 'already-staff': 'email' }),
  );
}

export async function setStaffRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(setStaffRole, form)).state);
}

/** Leads back to the people, or to one's own courses when one went oneself. */
export async function removeStaffAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(removeStaff, form);
  if (!output) return state;
  redirect(output.self ? '/teach' : `/teach/${output.slug}/settings`);
}

export async function duplicateCourseAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(duplicateCourse, form);
  if (output) redirect(`/teach/${output.slug}/outline`);
  return state;
}

/** Leads to one's courses, where it stands among the archived ones now. */
export async function archiveCourseAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(archiveCourse, form);
  if (output) redirect('/teach');
  return state;
}

/** Leads to one's courses, where it stands among the others again. */
export async function restoreCourseAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(restoreCourse, form);
  if (output) redirect('/teach');
  return state;
}

'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { StoredState } from '@/components/roster/stored-now';
import { addCohortInstructor } from '@/features/enrollment/cohorts/add-cohort-instructor';
import { archiveCohort } from '@/features/enrollment/cohorts/archive-cohort';
import { createCohort } from '@/features/enrollment/cohorts/create-cohort';
import { getCohort } from '@/features/enrollment/cohorts/get-cohort';
import { removeCohortInstructor } from '@/features/enrollment/cohorts/remove-cohort-instructor';
import { restoreCohort } from '@/features/enrollment/cohorts/restore-cohort';
import { saveCohort } from '@/features/enrollment/cohorts/save-cohort';
import type { FormState } from '@/rules/form-state';
import { call, siteAddress, submit } from '@/server/call';
import { storedState } from '../stored-state';

/** What the page shows is read anew once something has changed. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

/** Makes a cohort and leads to its page. */
export async function createCohortAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(createCohort, form);
  if (output) redirect(`/teach/${output.slug}/cohorts/${output.cohortId}`);
  return state;
}

/** Saves a cohort and leads to its page. */
export async function saveCohortAction(_state: StoredState, form: FormData): Promise<StoredState> {
  const { state, output } = await submit(saveCohort, form);
  if (output) redirect(`/teach/${output.slug}/cohorts/${output.cohortId}`);
  return storedState(state, async () => {
    const place = { course: String(form.get('course')), cohort: String(form.get('cohort')) };
    const { version, form: terms, name, zone, edition } = await call(getCohort, place);
    return terms && { version, values: { ...terms, name, zone, edition: edition ? String(edition) : '' } };
  });
}

export async function archiveCohortAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(archiveCohort, form)).state);
}

export async function restoreCohortAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(restoreCohort, form)).state);
}

export async function addCohortInstructorAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(addCohortInstructor, form, { address: siteAddress() })).state);
}

export async function removeCohortInstructorAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(removeCohortInstructor, form)).state);
}

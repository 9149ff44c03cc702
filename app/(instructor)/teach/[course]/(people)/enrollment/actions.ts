'use server';

import { refresh } from 'next/cache';
import type { StoredState } from '@/components/roster/stored-now';
import { getCourseTerms } from '@/features/enrollment/terms/get-course-terms';
import { saveCourseTerms } from '@/features/enrollment/terms/save-course-terms';
import { call, submit } from '@/server/call';
import { storedState } from '../stored-state';

/** Saves how people come into a course. */
export async function saveCourseTermsAction(_state: StoredState, form: FormData): Promise<StoredState> {
  const { state } = await submit(saveCourseTerms, form);
  if (state.status === 'done') refresh();
  return storedState(state, async () => {
    const { version, form: values } = await call(getCourseTerms, { course: String(form.get('course')) });
    return { version, values };
  });
}

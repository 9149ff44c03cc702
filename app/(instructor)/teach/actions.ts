'use server';

import { redirect } from 'next/navigation';
import { createCourse } from '@/features/authoring/courses/create-course';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Makes a course and leads into its outline. */
export async function createCourseAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(createCourse, form);
  if (output) redirect(`/teach/${output.slug}/outline`);
  return state;
}

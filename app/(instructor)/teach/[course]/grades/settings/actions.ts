'use server';

import { redirect } from 'next/navigation';
import type { TwoSteps } from '@/components/grading/two-step-form';
import type { TotalsPreview } from '@/features/learning/gradebook/preview-totals';
import { saveGradebook } from '@/features/learning/gradebook/save-gradebook';
import { formValues, submit } from '@/server/call';

/** Shows what settings of a gradebook would do, and saves what was shown. */
export async function saveGradebookAction(
  _state: TwoSteps<TotalsPreview>,
  form: FormData,
): Promise<TwoSteps<TotalsPreview>> {
  const { course = '', version = '', ...fields } = formValues(form);
  const { state, output } = await submit(saveGradebook, new FormData(), { course, version, fields });
  if (!output) return { ...state, values: fields };
  if (output.saved)
    redirect(`/teach/${course}/grades/settings?saved=${output.later ? 'later' : output.learners}`);
  return { status: 'done', values: fields, previewed: output.previewed, preview: output.preview };
}

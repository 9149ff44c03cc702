'use server';

import { redirect } from 'next/navigation';
import type { TwoSteps } from '@/components/grading/two-step-form';
import { importGrades, type ListPreview } from '@/features/learning/gradebook/import-grades';
import { undoGradeList } from '@/features/learning/gradebook/undo-grade-list';
import { decodedText } from '@/rules/files/text-encoding';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

/** Shows what a list of grades would do, pasted or from a file, and sets what was shown. */
export async function importGradesAction(
  _state: TwoSteps<ListPreview>,
  form: FormData,
): Promise<TwoSteps<ListPreview>> {
  const values = keptValues(form);
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    const text = decodedText(new Uint8Array(await file.arrayBuffer()));
    if (text === null)
      return { status: 'invalid', fields: { file: 'This file is no text. Save the table as CSV.' }, values };
    // From here on it stands in the field, where it can be put right and is sent again.
    values.text = text;
  }
  const { course = '', text = '', reason = '', previewed = '' } = values;
  const input = { course, text, reason, previewed };
  const { state, output } = await submit(importGrades, new FormData(), input);
  if (!output) return { ...state, values };
  if (output.applied) redirect(`/teach/${course}/grades/lists/${output.batch}`);
  return { status: 'done', values, previewed: output.previewed, preview: output.preview };
}

/** Takes a list of grades back. */
export async function undoGradeListAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(undoGradeList, form);
  if (output)
    redirect(
      `/teach/${form.get('course')}/grades/lists/${form.get('list')}?restored=${output.restored}&left=${output.left}`,
    );
  return state;
}

'use client';

import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import type { FramingScreen } from '@/features/authoring/sources/get-framing';
import type { FormState } from '@/rules/form-state';
import { FramePassages } from './frame-passages';

type Props = {
  course: string;
  framing: FramingScreen;
  /** The numbers of the passages that were ticked before. */
  chosen: string[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** From passages to a lesson: which, in which module, under what title. */
export function FrameForm({ course, framing, chosen, action }: Props) {
  return (
    <Form action={action} submitLabel="Draft the lesson" pendingLabel="Drafting …" className="source-frame">
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="document" value={framing.fileId} />
      <FramePassages framing={framing} before={chosen} />
      <div className="source-frame-side">
        <Field name="title" label="Title of the lesson" required />
        <SelectField
          name="module"
          label="Module"
          hint="The lesson is put at its end."
          options={framing.modules.map(({ folder, title }) => ({ value: folder, label: title }))}
        />
      </div>
    </Form>
  );
}

import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { LearnerGrade } from '@/features/learning/gradebook/get-learner-grades';
import type { FormState } from '@/rules/form-state';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  course: string;
  enrollment: string;
  grade: LearnerGrade;
  set: Action;
  remove: Action;
};

/** Sets one grade by hand, or takes back what was set. */
export function GradeForm({ course, enrollment, grade, set, remove }: Props) {
  const { id, kind, version, exact, override, overrideReason } = grade;
  const address = (
    <>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="enrollment" value={enrollment} />
      <input type="hidden" name="item" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  const ruled = kind !== 'column';
  return (
    <div id="set" className="mt-4 grid gap-4 border-t border-rule pt-4">
      <Form
        key={version}
        action={set}
        submitLabel={ruled ? 'Set this grade' : 'Write this grade'}
        pendingLabel="One moment …"
      >
        {address}
        <Field
          name="percent"
          label="Grade in percent"
          hint="0 to 100, for example 87.5"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={exact}
        />
        <TextArea
          name="reason"
          label={ruled ? 'Reason' : 'Reason, if you want to give one'}
          hint="The learner reads it once the grade is released, and it stays in the history."
          defaultValue={overrideReason}
          maxLength={2000}
        />
      </Form>
      {override !== null && (
        <Form
          key={`remove ${version}`}
          action={remove}
          submitLabel={ruled ? 'Take back what was set: the rules count again' : 'Remove this grade'}
          pendingLabel="One moment …"
          look="secondary"
        >
          {address}
        </Form>
      )}
    </div>
  );
}

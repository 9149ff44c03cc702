import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';

type Props = {
  course: string;
  submission: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Where a finished grading is opened again, with what that means for its learner. */
export function Reopen({ course, submission, action }: Props) {
  return (
    <details className="by-words">
      <summary>Open the grading again</summary>
      <Form
        action={action}
        submitLabel="Open it again"
        pendingLabel="Opening it …"
        look="secondary"
        className="grid gap-3 [&>button]:justify-self-start"
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="submission" value={submission} />
        <p className="work-hint">
          Its learner sees no result until it is finished again, is told so once by mail, and has a new
          promise.
        </p>
        <TextArea
          name="reason"
          label="Why"
          hint="It stands in the history of the grade."
          rows={2}
          maxLength={2_000}
        />
      </Form>
    </details>
  );
}

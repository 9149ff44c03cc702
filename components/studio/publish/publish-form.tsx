import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { ShownImpact } from '@/features/authoring/publishing/impact-on-learners';
import type { FormState } from '@/rules/form-state';
import { MoveChoices } from './move-choices';
import { WhenFields } from './when-fields';

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  course: string;
  /** What was looked at: nothing else is published. */
  reviewed: string;
  against: number;
  impact: ShownImpact | null;
  zone: string;
  today: string;
};

/** The last step: who moves, a note, and when. */
export function PublishForm({ action, course, reviewed, against, impact, zone, today }: Props) {
  return (
    <Form
      action={action}
      submitLabel={
        <>
          <span className="pub-now">Publish</span>
          <span className="pub-then">Schedule</span>
        </>
      }
      pendingLabel="One moment …"
      className="grid justify-items-start gap-7 [&>*]:w-full [&>button]:w-auto"
    >
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="reviewed" value={reviewed} />
      <input type="hidden" name="against" value={against} />
      {impact && impact.learners > 0 ? (
        <MoveChoices legend="Who moves to it" choices={impact.choices} learners={impact.learners} />
      ) : (
        <input type="hidden" name="moves" value="none" />
      )}
      <TextArea
        name="note"
        label="Note"
        hint="What changed and why, for those who work on the course. May stay empty."
        rows={3}
        maxLength={1000}
      />
      <WhenFields zone={zone} today={today} />
    </Form>
  );
}

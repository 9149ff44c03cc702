import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What was previewed, field by field. */
  fields: Record<string, string>;
  fingerprint: string;
  /** Whether a reason is asked for. */
  reason: boolean;
  label: string;
  look?: 'primary' | 'danger';
};

/** Does what was previewed, and nothing else. */
export function CorrectionForm({ action, fields, fingerprint, reason, label, look }: Props) {
  return (
    <Form
      action={action}
      submitLabel={label}
      pendingLabel="Marking again …"
      look={look}
      className="mt-8 grid justify-items-start gap-5"
    >
      {Object.entries({ ...fields, fingerprint }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {reason && (
        <TextArea
          name="reason"
          label="Why"
          hint="Learners read it beside the question, once they may see what is right."
          required
          rows={3}
          maxLength={1_000}
          className="w-full max-w-prose"
        />
      )}
    </Form>
  );
}

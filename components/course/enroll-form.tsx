import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { EnrollChoice } from '@/features/catalog/ways-in';
import type { FormState } from '@/rules/form-state';

const labels = {
  enroll: { first: 'Enroll', again: 'Enroll again', pending: 'Enrolling…' },
  request: { first: 'Ask for a place', again: 'Ask for a place', pending: 'Asking…' },
  wait: { first: 'Join the waitlist', again: 'Join the waitlist', pending: 'Joining…' },
} as const;

type Props = {
  slug: string;
  choice: EnrollChoice;
  again: boolean;
  givenKey: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Enrolls, asks or waits: what the terms of the choice allow. */
export function EnrollForm({ slug, choice, again, givenKey, action }: Props) {
  if (choice.action === null) return null;
  const { first, again: once, pending } = labels[choice.action];
  return (
    <Form action={action} submitLabel={again ? once : first} pendingLabel={pending} className="grid gap-4">
      <input type="hidden" name="slug" value={slug} />
      {choice.cohort && <input type="hidden" name="cohort" value={choice.cohort.id} />}
      {choice.needsKey && (
        <Field
          name="key"
          label="Key"
          hint="Whoever sent you here has it."
          defaultValue={givenKey}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
      {choice.action === 'request' && (
        <TextArea
          name="reason"
          label="Why you want to take part"
          hint="Somebody of the course reads it. May stay empty."
          rows={3}
          maxLength={2_000}
        />
      )}
      {choice.action === 'wait' && (
        <p className="text-sm text-soft">
          Every seat is taken, or others wait already. When one is free for you, we write to you and hold it
          for some time.
        </p>
      )}
    </Form>
  );
}

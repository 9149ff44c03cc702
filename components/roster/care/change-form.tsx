import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { FormState } from '@/rules/form-state';
import { actWords, type CareAct } from './act-words';

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  act: Exclude<CareAct, 'remind'>;
  count: number;
  zone: string;
  /** Says who was chosen. */
  children: ReactNode;
};

/** What is still to be said before people are paused, withdrawn or given more time. */
export function ChangeForm({ action, act, count, zone, children }: Props) {
  return (
    <Form
      action={action}
      submitLabel={actWords[act].submit(count)}
      pendingLabel={actWords[act].pending}
      look={act === 'withdraw' ? 'danger' : 'primary'}
      className="grid max-w-xl justify-items-start gap-5"
    >
      {children}
      {act === 'extend' && (
        <Field
          name="until"
          label="Last day"
          type="date"
          hint={`To the end of that day in ${zone}.`}
          className="w-full"
        />
      )}
      <Field
        name="reason"
        label="Why (optional)"
        hint="The learner reads it, and it is kept in the history."
        maxLength={2000}
        className="w-full"
      />
    </Form>
  );
}

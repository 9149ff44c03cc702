import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import { actWords } from './act-words';
import { MailPreview } from './mail-preview';

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  count: number;
  usual: { subject: string; text: string };
  /** Says who was chosen. */
  children: ReactNode;
};

/** The words of a reminder, to be changed, looked at and sent. */
export function RemindForm({ action, count, usual, children }: Props) {
  return (
    <Form
      action={action}
      submitLabel={actWords.remind.submit(count)}
      pendingLabel={actWords.remind.pending}
      className="grid max-w-2xl justify-items-start gap-5"
    >
      {children}
      <Field name="subject" label="Subject" defaultValue={usual.subject} maxLength={150} className="w-full" />
      <TextArea
        name="text"
        label="Text"
        hint="{name}, {course} and {link} become the name of each, the title and the address of the course. Below it, every mail says why it came and how to get no more."
        defaultValue={usual.text}
        rows={10}
        className="w-full"
      />
      <MailPreview />
    </Form>
  );
}

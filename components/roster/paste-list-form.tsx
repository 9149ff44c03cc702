import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/rules/form-state';
import { type CohortChoice, ListChoices } from './list-choices';

type Props = {
  course: string;
  cohorts: readonly CohortChoice[];
  sources: readonly string[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Takes a list out of the clipboard. What was pasted stays, whatever is wrong with it. */
export function PasteListForm({ course, cohorts, sources, action }: Props) {
  return (
    <Form
      action={action}
      submitLabel="Show what it would do"
      pendingLabel="Reading the list …"
      look="secondary"
      className="grid gap-5 [&>button]:justify-self-start"
    >
      <input type="hidden" name="course" value={course} />
      <TextArea
        name="text"
        label="The list"
        hint="One person on each line, as copied from a spreadsheet or typed: ann@school.example, Ann Lee"
        rows={6}
        spellCheck={false}
        style={{ fontFamily: 'var(--font-mono, monospace)', fontSize: '0.9rem' }}
      />
      <ListChoices cohorts={cohorts} sources={sources} prefix="pasted-" />
    </Form>
  );
}

import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { LogStanding } from '@/features/learning/work/log';
import type { FormState } from '@/rules/form-state';
import { EntryChoice } from './entry-choice';

type Props = {
  log: LogStanding;
  course: string;
  lesson: string;
  home: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The last look at the entries before a copy of them is handed in: which ones, and that the copy stays as it is. */
export function HandInLog({ log, course, lesson, home, action }: Props) {
  return (
    <section aria-labelledby="hand-in" className="hand-in-log">
      <h3 id="hand-in">You hand in a copy of these entries</h3>
      <p>Nothing in the copy can be changed afterwards. The log itself stays yours, and goes on.</p>
      <Form
        action={action}
        submitLabel="Hand it in"
        pendingLabel="Handing in …"
        className="grid gap-5 [&>button]:justify-self-start"
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="lesson" value={lesson} />
        <input type="hidden" name="number" value={log.number ?? 1} />
        <input type="hidden" name="seen" value={log.seen} />
        <EntryChoice entries={log.entries} />
      </Form>
      <p className="finish-actions">
        <ButtonLink href={`${home}#work`} look="secondary">
          Go back
        </ButtonLink>
      </p>
    </section>
  );
}
